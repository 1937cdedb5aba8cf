import type { HttpDeps } from '../http-deps.ts';
import { makeAddTodo } from './add-todo.ts';
import { makeDeleteTodo } from './delete-todo.ts';
import { makeEditTodo } from './edit-todo.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { makeGetList } from './get-list.ts';
import { makeGetView } from './get-view.ts';
import { makeGetMine, makeGetRequests, makeGetSent } from './get-of-people.ts';
import { makeExplainText } from './explain-text.ts';
import { makeMe } from './me.ts';
import { makeEditSettings, makeGetSettings } from './person-settings.ts';
import { makeRunCommand } from './run-command.ts';
import { makeSayRules } from './say-rules.ts';
import { makeTodoHistory } from './todo-history.ts';
import { makeUndoChange } from './undo-change.ts';

export const makeEndpoints = (deps: HttpDeps): AnyEndpoint[] => [
  makeMe(deps),
  makeGetSettings(deps),
  makeEditSettings(deps),
  makeGetList(deps),
  makeGetView(deps),
  makeGetRequests(deps),
  makeGetSent(deps),
  makeGetMine(deps),
  makeExplainText(deps),
  makeSayRules(deps),
  makeAddTodo(deps),
  makeRunCommand(deps),
  makeEditTodo(deps),
  makeDeleteTodo(deps),
  makeTodoHistory(deps),
  makeUndoChange(deps),
];
