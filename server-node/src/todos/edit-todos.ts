import { AppError } from '../shared/app-error.ts';
import type { Act } from '../contract/vocabulary.ts';
import type { Acts, Edited } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { refusedAct } from './refused-act.ts';
import { edited } from './todo-rules.ts';

export function makeEditTodos(deps: ActDeps): Acts['edit'] {
  const changeList = makeChangeList(deps);
  return async (request, which, fields, version) => {
    const act = actOf(fields);
    if (act === undefined) {
      throw new AppError('invalid_input', 'Expected a new text or new notes; got neither.', {
        details: refusedAct({ kind: 'nothing_to_edit' }),
      });
    }
    const rule = edited(fields, { actorId: request.actorId, newId: deps.newId });
    const saysReminders = fields.reminders !== undefined;
    return changeList(request, act, changeTodos({ which, version, rule, saysReminders }));
  };
}

/** What the change is; of several parts the first names it. */
function actOf({ text, notes, when, reminders }: Edited): Act | undefined {
  if (text !== undefined || notes !== undefined) return 'edit';
  if (when !== undefined) return 'due';
  return reminders === undefined ? undefined : 'remind';
}
