import { TAKEN_BY, type Taken } from '../contract/vocabulary.ts';
import { isRefusal } from './grammar/command.ts';
import { parseLine } from './grammar/parse-line.ts';

const TAKEN_OF_OTHERS: ReadonlySet<Taken> = new Set<Taken>([
  'people_and_text',
  'open_and_person',
  'request',
  'request_and_reason',
  'sent',
]);

/** Whether a line asks others for something in a person's name, or answers what they asked. */
export function reachesOthers(line: string): boolean {
  const command = parseLine(line);
  return !isRefusal(command) && TAKEN_OF_OTHERS.has(TAKEN_BY[command.verb]);
}
