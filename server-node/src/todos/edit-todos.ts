import { AppError } from '../shared/app-error.ts';
import type { Act } from '../contract/vocabulary.ts';
import type { ActRequest, Acts, Edited } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { refusedAct } from './refused-act.ts';
import { edited } from './todo-rules.ts';

export function makeEditTodos(deps: ActDeps): Acts['edit'] {
  const changeList = makeChangeList(deps);
  const make = ({ actorId }: ActRequest) => ({ actorId, newId: deps.newId });
  return async (request, which, fields, version) => {
    const [act] = actsOf(fields);
    if (act === undefined) {
      throw new AppError('invalid_input', 'Expected a new text or new notes; got neither.', {
        details: refusedAct({ kind: 'nothing_to_edit' }),
      });
    }
    const rule = edited(fields, make(request));
    const saysReminders = fields.reminders !== undefined;
    return changeList(request, act, changeTodos({ which, version, rule, saysReminders }));
  };
}

/** What the change is; with several, the first names it. */
const actsOf = ({ text, notes, when, reminders }: Edited): Act[] => [
  ...(text === undefined && notes === undefined ? [] : ['edit' as const]),
  ...(when === undefined ? [] : ['due' as const]),
  ...(reminders === undefined ? [] : ['remind' as const]),
];
