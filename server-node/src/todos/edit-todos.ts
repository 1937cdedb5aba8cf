import { AppError } from '../shared/app-error.ts';
import type { Acts, Edited } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos, touchesOf } from './change-todos.ts';
import { refusedAct } from './refused-act.ts';
import { edited } from './todo-rules.ts';

export function makeEditTodos(deps: ActDeps): Acts['edit'] {
  const changeList = makeChangeList(deps);
  return async (request, which, fields, version) => {
    const rights = rightsFor(fields);
    // Of several parts the first names the change.
    const [act] = rights;
    if (act === undefined) {
      throw new AppError('invalid_input', 'Expected a new text or new notes; got neither.', {
        details: refusedAct({ kind: 'nothing_to_edit' }),
      });
    }
    const rule = edited(fields, { actorId: request.actorId, newId: deps.newId });
    const saysReminders = fields.reminders !== undefined;
    const planner = changeTodos({ which, version, rights, rule, saysReminders });
    return changeList(request, act, planner, touchesOf(which));
  };
}

/** Of each part that is said. */
function rightsFor({ text, notes, when, reminders }: Edited): readonly ('edit' | 'due' | 'remind')[] {
  return [
    ...(text === undefined && notes === undefined ? [] : (['edit'] as const)),
    ...(when === undefined ? [] : (['due'] as const)),
    ...(reminders === undefined ? [] : (['remind'] as const)),
  ];
}
