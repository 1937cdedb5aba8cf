import type { RepeatFrom, Verb } from '../../contract/vocabulary.ts';
import type { WallClock } from '../../dates/moment-of.ts';
import { readMoment } from '../../dates/read-moment.ts';
import { readWhen, type Circumstances, type ReadLine } from '../../dates/read-when.ts';
import { minutesBefore } from '../said/minutes-before.ts';
import { wrongDate } from '../said/read-text.ts';
import { errorInWords, lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import { isRefusal, type Command } from './command.ts';
import { parseLine } from './parse-line.ts';

/** How a line is understood, for programs. Every field is always there, but for `word`, `all`, `first` and `repeatFrom`. */
export interface Explanation {
  verb: Verb;
  numbers: readonly number[];
  /** A word instead of a number: to match exactly one to-do. */
  word?: string;
  /** All that are open, instead of numbers. */
  all?: true;
  /** The first one that is open, instead of numbers. */
  first?: true;
  /** Without the words of a date. */
  text: string;
  due: WallClock | null;
  /** An RRULE without DTSTART. */
  repeat: string | null;
  /** Where it is not reckoned from its dates. */
  repeatFrom?: Exclude<RepeatFrom, 'due'>;
}

/** Explains a line and does nothing. Never throws. @returns `error` in English, whatever the language of people */
export function explainLine(line: string, circumstances: Circumstances): Explanation | { error: string } {
  const parsed = parseLine(line);
  if (isRefusal(parsed)) return { error: lineInWords(textsIn(), parsed.refused) };
  const said = saidBy(parsed, circumstances);
  if (said.refused !== undefined) return { error: errorInWords(textsIn(), wrongDate(said.refused)) };
  const { text, due, repeat, repeatFrom } = said;
  return {
    verb: parsed.verb,
    numbers: [],
    ...('which' in parsed ? parsed.which : {}),
    ...{ text, due, repeat },
    ...(repeat !== null && repeatFrom === 'done' && { repeatFrom }),
  };
}

type Said = Pick<ReadLine, 'text' | 'due' | 'repeat' | 'repeatFrom' | 'refused'>;

const undated = (text: string): Said => ({ text, due: null, repeat: null, repeatFrom: 'due' });

function saidBy(command: Command, circumstances: Circumstances): Said {
  if (command.verb === 'add' || command.verb === 'edit') return readWhen(command.text, circumstances);
  if ('when' in command) return saidWhen(command.when, circumstances);
  if (command.verb === 'help') return undated(command.topic ?? '');
  return undated('text' in command ? command.text : '');
}

/** After a verb that takes a date the text is the words of the date. */
function saidWhen(when: string, circumstances: Circumstances): Said {
  if (minutesBefore(when) !== undefined) return undated(when);
  const read = readMoment(when, circumstances);
  if ('none' in read) return undated(when);
  if ('refused' in read) {
    return { ...undated(when), refused: { wrong: read.refused, words: read.words } };
  }
  return { text: when, due: read.due, repeat: read.repeat, repeatFrom: read.repeatFrom };
}
