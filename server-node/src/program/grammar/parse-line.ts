import type { Verb } from '../ports.ts';
import type { RefusedLine } from '../refused.ts';
import { isRefusal, type Parsed, type Refusal } from './command.ts';
import { LONGEST_SEARCH, parseOne, parseWhich } from './parse-which.ts';
import { verbOf } from './verbs.ts';

/**
 * What a typed line means. Never throws. The first word is the verb; any other first word starts a to-do.
 * No text at all means `list`.
 *
 * @param line without the trigger word
 */
export function parseLine(line: string): Parsed {
  const [word, rest] = splitWord(line.replace(/^[\s\p{Cf}]+/u, ''));
  const verb = verbOf(word);
  if (verb !== undefined) return PARSERS[verb](rest);
  return isBlank(line) ? { verb: 'list', text: '' } : { verb: 'add', text: line.trim() };
}

/** The parts of a command that a surface has apart already, read by the same rules as a line. */
export function parseVerb(verb: Verb, rest: string): Parsed {
  return PARSERS[verb](rest.trim());
}

const PARSERS: Record<Verb, (rest: string) => Parsed> = {
  add: (text) => (isBlank(text) ? refuse({ kind: 'text_missing' }) : { verb: 'add', text }),
  list: parseList,
  done: (rest) => parseSelecting('done', rest),
  reopen: (rest) => parseSelecting('reopen', rest),
  delete: (rest) => parseSelecting('delete', rest),
  edit: parseEdit,
  undo: (rest) => (isBlank(rest) ? { verb: 'undo' } : refuse({ kind: 'undo_takes_nothing', rest })),
  help: parseHelp,
  explain: (text) => ({ verb: 'explain', text }),
};

function parseList(rest: string): Parsed {
  if (rest.length <= LONGEST_SEARCH) return { verb: 'list', text: isBlank(rest) ? '' : rest };
  return refuse({ kind: 'search_too_long', limit: LONGEST_SEARCH, length: rest.length, rest });
}

function parseSelecting(verb: 'done' | 'reopen' | 'delete', rest: string): Parsed {
  if (isBlank(rest)) return refuse({ kind: 'which_missing', verb });
  const which = parseWhich(rest);
  return isRefusal(which) ? which : { verb, which };
}

function parseEdit(rest: string): Parsed {
  const [target, text] = splitWord(rest);
  if (isBlank(target)) return refuse({ kind: 'new_text_missing' });
  const which = parseOne(target);
  if (isRefusal(which)) return which;
  return isBlank(text) ? refuse({ kind: 'new_text_missing' }) : { verb: 'edit', which, text };
}

function parseHelp(rest: string): Parsed {
  const topic = verbOf(rest);
  if (topic !== undefined || isBlank(rest)) return { verb: 'help', topic };
  return refuse({ kind: 'no_such_help', rest });
}

const refuse = (refused: RefusedLine): Refusal => ({ refused });

function splitWord(text: string): [word: string, rest: string] {
  const word = /^\S*/.exec(text)?.[0] ?? '';
  return [word, text.slice(word.length).trim()];
}

/** Nothing that can be seen. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}]*$/u.test(text);
