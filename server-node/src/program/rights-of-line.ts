import type { Right } from '../todos/rights.ts';
import { isChange, isRefusal } from './grammar/command.ts';
import { actOf } from './grammar/verbs.ts';
import type { RunRequest } from './ports.ts';
import { understand } from './understand.ts';

/** About single to-dos, wherever they are: the act asks for the right to each. */
const ASKED_OF_EACH: ReadonlySet<Right> = new Set(['accept', 'decline', 'take_back', 'bump']);

/** What somebody needs in a list to run a line there. */
export function rightsOfLine(input: RunRequest['input']): readonly Right[] {
  const command = understand(input);
  const act = isRefusal(command) || !isChange(command) ? undefined : actOf(command.verb);
  return act === undefined || ASKED_OF_EACH.has(act) ? ['see'] : ['see', act];
}
