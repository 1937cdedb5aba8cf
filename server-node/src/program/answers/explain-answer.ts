import { isRefusal, type Command, type Which } from '../grammar/command.ts';
import { parseLine } from '../grammar/parse-line.ts';
import type { Answer } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import { told } from './answer.ts';

/** So many numbers are named; the rest is counted. */
const NUMBERS_SHOWN = 20;

/** Says in words what a line would do, and does nothing. */
export function explainAnswer(texts: Texts, line: string): Answer {
  const parsed = parseLine(line);
  const meaning = isRefusal(parsed)
    ? texts.explain.notUnderstood(lineInWords(texts, parsed.refused))
    : meaningOf(texts, parsed);
  return told(texts.explain.meaning(line, meaning));
}

function meaningOf({ explain }: Texts, command: Command): string {
  if ('which' in command) {
    const which = inWords(explain, command.which);
    return 'text' in command ? explain[command.verb](which, command.text) : explain[command.verb](which);
  }
  if (command.verb === 'explain') return explain.explain;
  return 'text' in command ? explain[command.verb](command.text) : explain[command.verb];
}

function inWords({ theOneWith, theNumber, theNumbers }: Texts['explain'], which: Which): string {
  if ('word' in which) return theOneWith(which.word);
  const [first, ...others] = which.numbers;
  return first !== undefined && others.length === 0
    ? theNumber(first)
    : theNumbers(which.numbers.length, which.numbers.slice(0, NUMBERS_SHOWN));
}
