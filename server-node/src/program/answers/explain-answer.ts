import { isRefusal, type Command, type Which } from '../grammar/command.ts';
import { parseLine } from '../grammar/parse-line.ts';
import { quote } from '../grammar/quote.ts';
import type { Answer } from '../ports.ts';
import { told } from './answer.ts';

/** Says in words what a line would do, and does nothing. */
export function explainAnswer(line: string): Answer {
  const parsed = parseLine(line);
  const meaning = isRefusal(parsed) ? `not understood. ${parsed.error}` : meaningOf(parsed);
  return told(`${quote(line)}: ${meaning}\nNothing was done.`);
}

function meaningOf(command: Command): string {
  switch (command.verb) {
    case 'add':
      return `adds ${quote(command.text)}.`;
    case 'list':
      return command.text === '' ? 'shows the open to-dos.' : `shows the to-dos for ${quote(command.text)}.`;
    case 'done':
      return `ticks ${inWords(command.which)}.`;
    case 'reopen':
      return `opens ${inWords(command.which)} again.`;
    case 'delete':
      return `deletes ${inWords(command.which)}.`;
    case 'edit':
      return `changes the text of ${inWords(command.which)} to ${quote(command.text)}.`;
    case 'undo':
      return 'takes back your last change in this list.';
    case 'help':
      return 'shows help.';
    case 'explain':
      return 'explains the rest of the line.';
  }
}

function inWords(which: Which): string {
  if ('word' in which) return `the one to-do that contains ${quote(which.word)}`;
  const { numbers } = which;
  if (numbers.length === 1) return `to-do **${numbers[0]}**`;
  const shown = numbers.slice(0, 20).join(', ');
  return `${numbers.length} to-dos: **${shown}**${numbers.length > 20 ? ' and more' : ''}`;
}
