import { isRefusal } from './grammar/command.ts';
import { understand } from './understand.ts';

/** Whether a line asks for help and nothing else. */
export function isHelp(line: string): boolean {
  const command = understand({ line });
  return !isRefusal(command) && command.verb === 'help';
}
