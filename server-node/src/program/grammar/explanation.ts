import type { Verb } from '../../contract/vocabulary.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import { isRefusal, type Command } from './command.ts';
import { parseLine } from './parse-line.ts';

/** How a line is understood, for programs. Every field is always there, but for `word` and `all`. */
export interface Explanation {
  verb: Verb;
  numbers: readonly number[];
  /** A word instead of a number: to match exactly one to-do. */
  word?: string;
  /** All that are open, instead of numbers. */
  all?: true;
  text: string;
}

/** Explains a line and does nothing. Never throws. @returns `error` in English, whatever the language of people */
export function explainLine(line: string): Explanation | { error: string } {
  const parsed = parseLine(line);
  return isRefusal(parsed) ? { error: lineInWords(textsIn(), parsed.refused) } : explain(parsed);
}

function explain(command: Command): Explanation {
  return {
    verb: command.verb,
    numbers: [],
    ...('which' in command ? command.which : {}),
    text: textOf(command),
  };
}

function textOf(command: Command): string {
  if (command.verb === 'help') return command.topic ?? '';
  if ('when' in command) return command.when;
  return 'text' in command ? command.text : '';
}
