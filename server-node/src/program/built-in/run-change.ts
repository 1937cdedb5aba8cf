import type { Acts, ActRequest } from '../../todos/acts.ts';
import type { Change } from '../../todos/ports.ts';
import type { SourcePost } from '../../todos/todo.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { resolveWhich } from './resolve-which.ts';

/** One command is one act; what a word stands for is looked up before. */
export async function runChange(
  acts: Acts,
  request: ActRequest,
  command: ChangingCommand,
  source?: SourcePost,
): Promise<Change> {
  if (command.verb === 'add') return acts.add(request, [{ text: command.text, ...(source && { source }) }]);
  if (command.verb === 'undo') return acts.undo(request);
  const which = await resolveWhich(acts, request.listId, command);
  switch (command.verb) {
    case 'done':
      return acts.complete(request, which);
    case 'reopen':
      return acts.reopen(request, which);
    case 'delete':
      return acts.remove(request, which);
    case 'edit':
      return acts.edit(request, which, { text: command.text });
  }
}
