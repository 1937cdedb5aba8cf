import { AppError } from '../shared/app-error.ts';
import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { refusedAct } from './refused-act.ts';
import { edited } from './todo-rules.ts';

export function makeEditTodos(deps: ActDeps): Acts['edit'] {
  const changeList = makeChangeList(deps);
  return async (request, which, fields, version) => {
    if (fields.text === undefined && fields.notes === undefined) {
      throw new AppError('invalid_input', 'Expected a new text or new notes; got neither.', {
        details: refusedAct({ kind: 'nothing_to_edit' }),
      });
    }
    return changeList(request, 'edit', changeTodos({ which, version, rule: edited(fields) }));
  };
}
