import { TAKEN_BY, type Taken, type Verb } from '../../contract/vocabulary.ts';
import { ownVerbOf } from './own-words.ts';
import { beginsWithNumber, isAll, isBlank, namesNumbers } from './what-follows.ts';

/** What must follow a word so that it is no text: `complete 2` ticks, `complete the report` is a to-do. */
type Follows = 'anything' | 'which' | 'which_and_more' | 'nothing';

interface Synonym {
  readonly verb: Verb;
  readonly follows: Follows;
}

const all = (verb: Verb, follows: Follows, ...words: string[]) =>
  words.map((word): [string, Synonym] => [word, { verb, follows }]);

/** Words that mean one of our verbs in other tools. A word that is a verb of ours has no place here. */
const SYNONYMS: ReadonlyMap<string, Synonym> = new Map([
  ...all('list', 'anything', 'ls'),
  ...all('list', 'nothing', 'view'),
  ...all('done', 'which', 'complete', 'finish', 'check', 'tick', 'close', 'do'),
  ...all('done', 'nothing', 'pop'),
  ...all('reopen', 'which', 'undone', 'uncheck', 'untick'),
  ...all('delete', 'anything', 'rm', 'del'),
  ...all('delete', 'which', 'remove', 'drop', 'erase', 'clear'),
  ...all('note', 'which_and_more', 'notes'),
  ...all('snooze', 'which_and_more', 'postpone', 'defer'),
  ...all('due', 'which_and_more', 'reschedule', 'schedule', 'date'),
  ...all('remind', 'which_and_more', 'reminder'),
  ...all('assign', 'which_and_more', 'reassign', 'delegate'),
  ...all('take', 'which', 'claim'),
  ...all('requests', 'nothing', 'inbox'),
  ...all('sent', 'nothing', 'outbox'),
  ...all('agenda', 'nothing', 'upcoming', 'calendar'),
  ...all('undo', 'nothing', 'revert'),
  ...all('open', 'nothing', 'sidebar'),
  ...all('help', 'nothing', '?', '-h', '--help', 'usage', 'commands'),
]);

const FITS: Readonly<Record<Follows, (rest: string) => boolean>> = {
  anything: () => true,
  which: (rest) => isBlank(rest) || isAll(rest) || namesNumbers(rest),
  which_and_more: (rest) => isBlank(rest) || beginsWithNumber(rest),
  nothing: isBlank,
};

/** The verb that a word stands for with what follows it; undefined where it begins a text. */
export function synonymOf(word: string, rest: string): Verb | undefined {
  const own = ownVerbOf(word);
  if (own !== undefined) return FITS[followsOwn(own)](rest) ? own : undefined;
  const synonym = SYNONYMS.get(word);
  return synonym !== undefined && FITS[synonym.follows](rest) ? synonym.verb : undefined;
}

/** A word of one's own language is a verb where numbers or nothing follow. */
function followsOwn(verb: Verb): Follows {
  const taken = TAKEN_BY[verb];
  if (['one', 'open', 'done', 'request'].includes(taken)) return 'which';
  return AND_MORE.has(taken) ? 'which_and_more' : 'nothing';
}

const AND_MORE: ReadonlySet<Taken> = new Set(['open_and_when', 'open_and_notes', 'request_and_reason']);

/** The verb that a word stands for in some line. */
export const verbBehind = (word: string): Verb | undefined => ownVerbOf(word) ?? SYNONYMS.get(word)?.verb;

/** The words that stand for a verb, for help. */
export const synonymsFor = (verb: Verb): string[] =>
  [...SYNONYMS].filter(([, synonym]) => synonym.verb === verb).map(([word]) => word);
