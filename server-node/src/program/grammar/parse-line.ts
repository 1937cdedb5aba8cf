import { DUE_VIEWS, TAKEN_BY, type Taken, type Verb, type VerbTaking } from '../../contract/vocabulary.ts';
import { isRefusal, refuse, type Parsed, type Refusal } from './command.ts';
import { cutHere, HERE } from './here.ts';
import { LONGEST_SEARCH, parseOne, parseWhich } from './parse-which.ts';
import { missedBy, missedWith } from './later-words.ts';
import { parseNumbers } from './parse-numbers.ts';
import { partedFromNumber } from './own-words.ts';
import { plainWord } from './plain-word.ts';
import { synonymOf, verbBehind } from './synonyms.ts';
import { verbOf } from './verbs.ts';
import { fits } from './verb-or-text.ts';
import { parseAssign, parseDecline, parseRequest, parseSend, parseSent } from './parse-people.ts';
import { partWhen } from './parse-when.ts';
import { beginsWithName, isAll, isBlank, isForMe, isNone, namesNumbers, splitWord } from './what-follows.ts';

/**
 * What a typed line means. Never throws. The first word is the verb, or one that other tools have for it; any other
 * first word starts a to-do. No text at all means `list`. Where a channel has a list, `here` has been cut off before.
 *
 * @param line without the trigger word
 */
export function parseLine(line: string): Parsed {
  if (isBlank(line)) return { verb: 'list', text: '', line: '' };
  if (cutHere(line) !== undefined) return refuse({ kind: 'not_here' });
  const [word, rest] = splitWord(partedFromNumber(line.replace(/^[\s\p{Cf}]+/u, '')));
  const verb = verbMeant(word, rest);
  if (verb === 'done' && plainWord(word) === POP) return { verb, which: { first: true }, line: line.trim() };
  if (verb !== undefined) return parseRest(verb, rest, line.trim());
  const missed = missedBy(plainWord(word), rest);
  return missed === undefined
    ? { verb: 'add', text: line.trim() }
    : refuse({ kind: 'not_yet', word: plainWord(word), rest, missed });
}

/** The word of the official plugin for ticking what stands first. */
const POP = 'pop';

/** `open` opens the sidebar, `open 2` a to-do again, and `open the window` is a text. */
function verbMeant(word: string, rest: string): Verb | undefined {
  const verb = verbOf(word) ?? synonymOf(plainWord(word), rest);
  if (verb === 'open' && namesNumbers(rest)) return 'reopen';
  return verb === undefined || fits(verb, rest) ? verb : undefined;
}

/** The parts of a command that a surface has apart already, read by the same rules as a line. */
export function parseVerb(verb: Verb, rest: string): Parsed {
  return parseRest(verb, rest.trim(), `${verb} ${rest.trim()}`);
}

/** A parser whose refusals name one verb takes that verb alone, so another one with the same parts does not compile. */
const PARSERS: { readonly [What in Taken]: (verb: VerbTaking<What>, rest: string, line: string) => Parsed } =
  {
    text: parseAdd,
    search: parseList,
    one: parseShow,
    open: parseSelecting,
    done: parseSelecting,
    open_and_text: parseEdit,
    open_and_notes: parseNote,
    open_and_when: parseDated,
    people_and_text: parseSend,
    open_and_person: parseAssign,
    request: parseRequest,
    request_and_reason: parseDecline,
    sent: parseSent,
    setting: (verb, text) => ({ verb, text }),
    nothing: parseUndo,
    pinned: (verb, rest) => ({ verb, isPinned: !isBlank(rest) }),
    verb: parseHelp,
    line: (verb, text) => ({ verb, text }),
    alone: (verb) => ({ verb }),
  };

/** The compiler does not see that a verb and the parser of what it takes belong together. */
const parseRest = (verb: Verb, rest: string, line: string): Parsed =>
  (PARSERS[TAKEN_BY[verb]] as (verb: Verb, rest: string, line: string) => Parsed)(verb, rest, line);

function parseAdd(verb: 'add', text: string): Parsed {
  return isBlank(text) ? refuse({ kind: 'text_missing' }) : { verb, text };
}

function parseList(verb: 'list', rest: string, line: string): Parsed {
  if (OWN_LIST.has(plainWord(rest))) return { verb, text: '', line };
  const other = OTHER_LISTS.get(plainWord(rest)) ?? DUE_VIEWS.find((view) => view === verbOf(rest));
  if (other !== undefined) return { verb: other };
  if (rest.length <= LONGEST_SEARCH) return { verb, text: isBlank(rest) ? '' : rest, line };
  return refuse({ kind: 'search_too_long', limit: LONGEST_SEARCH, length: rest.length, line });
}

/** With nothing behind it, as in other tools, a list. */
function parseShow(verb: 'show', rest: string, line: string): Parsed {
  if (isBlank(rest)) return { verb: 'list', text: '', line: '' };
  const numbers = parseNumbers(rest);
  if (numbers === undefined) return refuse({ kind: 'no_number', token: rest });
  if ('refused' in numbers) return numbers;
  const [number, ...others] = numbers;
  return number === undefined || others.length > 0
    ? refuse({ kind: 'only_one', verb, count: numbers.length })
    : { verb, which: { numbers: [number] }, line };
}

/** As the Todo plugin of Mattermost and people call the list itself. */
const OWN_LIST: ReadonlySet<string> = new Set(['my', 'all']);

/** As the Todo plugin of Mattermost calls them. */
const OTHER_LISTS: ReadonlyMap<string, 'requests' | 'sent'> = new Map([
  ['in', 'requests'],
  ['out', 'sent'],
]);

function parseUndo(verb: 'undo', rest: string): Parsed {
  return isBlank(rest) ? { verb } : refuse({ kind: 'undo_takes_nothing', rest });
}

function parseSelecting(verb: VerbTaking<'open' | 'done'>, rest: string, line: string): Parsed {
  if (isBlank(rest)) return refuse({ kind: 'which_missing', verb });
  if (isAll(rest))
    return verb === 'done' ? { verb, which: { all: true }, line } : refuse({ kind: 'not_all', verb });
  const which = parseWhich(rest);
  return isRefusal(which) ? which : { verb, which, line };
}

function parseEdit(verb: 'edit', rest: string, line: string): Parsed {
  const [target, text] = splitWord(rest);
  if (isBlank(target)) return refuse({ kind: 'new_text_missing' });
  const which = parseOne(verb, target);
  if (isRefusal(which)) return which;
  return isBlank(text) ? refuse({ kind: 'new_text_missing' }) : { verb, which, text, line };
}

/** `3 Ask at the counter`; `3 none` takes the notes away. */
function parseNote(verb: 'note', rest: string, line: string): Parsed {
  const [target, text] = splitWord(rest);
  if (isBlank(target) || isBlank(text)) return refuse({ kind: 'new_notes_missing' });
  const which = parseOne(verb, target);
  return isRefusal(which) ? which : { verb, which, text: isNone(text) ? '' : text, line };
}

function parseDated(verb: VerbTaking<'open_and_when'>, rest: string, line: string): Parsed {
  if (verb === 'remind' && beginsWithName(rest)) return remindSomebody(rest);
  if (verb === 'remind' && isForMe(rest)) return parseRemindMe(rest);
  const { targets, when } = partWhen(rest);
  if (targets === '') return refuse({ kind: 'which_and_when_missing', verb });
  const which = parseWhich(targets);
  if (isRefusal(which)) return which;
  return when === '' ? refuse({ kind: 'which_and_when_missing', verb }) : { verb, which, when, line };
}

function remindSomebody(rest: string): Refusal {
  const [name, what] = splitWord(rest);
  if (/^[@＠]/u.test(name))
    return refuse({
      kind: 'reminds_you_alone',
      ...{ name, what: what.replace(/^(?:to|about|that)\b\s*/iu, ''), line: `remind ${rest.trim()}` },
    });
  return refuse({ kind: 'not_yet', word: `remind ${name}`, rest: what, missed: 'set' });
}

/** `remind me to buy milk tomorrow`: adds it, and reminds of it. */
function parseRemindMe(rest: string): Parsed {
  const text = rest.replace(/^me\b[\s,:]*(?:(?:to|about|that)\b)?/i, '').trim();
  return isBlank(text)
    ? refuse({ kind: 'which_and_when_missing', verb: 'remind' })
    : { verb: 'add', text, reminds: true };
}

function parseHelp(verb: 'help', rest: string): Parsed {
  const topic = verbOf(rest) ?? verbBehind(plainWord(rest));
  if (topic !== undefined || isBlank(rest) || plainWord(rest) === HERE) return { verb, topic };
  const missed = missedWith(plainWord(rest));
  if (missed !== undefined) return refuse({ kind: 'not_yet', word: plainWord(rest), rest: '', missed });
  return refuse({ kind: 'no_such_help', rest });
}
