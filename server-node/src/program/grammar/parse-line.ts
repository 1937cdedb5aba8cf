import type { Verb } from '../ports.ts';
import { isRefusal, type Parsed } from './command.ts';
import { LONGEST_SEARCH, parseOne, parseWhich } from './parse-which.ts';
import { quote } from './quote.ts';
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
  add: (text) =>
    isBlank(text) ? { error: 'Say what to add, for instance `add Buy milk`.' } : { verb: 'add', text },
  list: parseList,
  done: (rest) => parseSelecting('done', rest),
  reopen: (rest) => parseSelecting('reopen', rest),
  delete: (rest) => parseSelecting('delete', rest),
  edit: parseEdit,
  undo: (rest) => (isBlank(rest) ? { verb: 'undo' } : { error: undoTakesNothing(rest) }),
  help: parseHelp,
  explain: (text) => ({ verb: 'explain', text }),
};

function parseList(rest: string): Parsed {
  if (rest.length <= LONGEST_SEARCH) return { verb: 'list', text: isBlank(rest) ? '' : rest };
  return {
    error: `\`list\` takes at most ${LONGEST_SEARCH} characters to look for; got ${rest.length}. ${addInstead('list', rest)}`,
  };
}

function parseSelecting(verb: 'done' | 'reopen' | 'delete', rest: string): Parsed {
  if (isBlank(rest)) {
    return { error: `Say which to-do, for instance \`${verb} 2\`, \`${verb} 2 4-6\` or \`${verb} milk\`.` };
  }
  const which = parseWhich(rest);
  return isRefusal(which) ? which : { verb, which };
}

function parseEdit(rest: string): Parsed {
  const [target, text] = splitWord(rest);
  if (isBlank(target)) return { error: EDIT_HINT };
  const which = parseOne(target);
  if (isRefusal(which)) return which;
  return isBlank(text) ? { error: EDIT_HINT } : { verb: 'edit', which, text };
}

function parseHelp(rest: string): Parsed {
  const topic = verbOf(rest);
  if (topic !== undefined || isBlank(rest)) return { verb: 'help', topic };
  return { error: `There is no help on ${quote(rest)}. ${addInstead('help', rest)}` };
}

const EDIT_HINT = 'Say which to-do and its new text, for instance `edit 3 Buy oat milk`.';

const undoTakesNothing = (rest: string) =>
  `\`undo\` takes back your last change and needs nothing after it; got ${quote(rest)}. ${addInstead('undo', rest)}`;

/** The way out for text that happens to begin with a verb. */
export const addInstead = (verb: Verb, rest: string) =>
  `To add it as a to-do write ${quote(`add ${verb} ${rest}`)}.`;

function splitWord(text: string): [word: string, rest: string] {
  const word = /^\S*/.exec(text)?.[0] ?? '';
  return [word, text.slice(word.length).trim()];
}

/** Nothing that can be seen. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}]*$/u.test(text);
