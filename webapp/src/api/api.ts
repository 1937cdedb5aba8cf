import { makeAddTodo } from './add-todo.ts';
import { makeDeleteTodo } from './delete-todo.ts';
import { makeEditSettings } from './edit-settings.ts';
import { makeEditTodo } from './edit-todo.ts';
import { makeExplain } from './explain.ts';
import { makeGetDueView } from './get-due-view.ts';
import { makeGetList } from './get-list.ts';
import { makeGetMe } from './get-me.ts';
import { makeGetSettings } from './get-settings.ts';
import { makeGetSettingsState } from './get-settings-state.ts';
import { makeGetTodos } from './get-todos.ts';
import { makeOpenEvents } from './open-events.ts';
import { makeRequest, type Wire } from './request.ts';
import { makeRunCommand } from './run-command.ts';
import { makeSayRules } from './say-rules.ts';
import { makeUndoChange } from './undo-change.ts';

/** Every endpoint that the sidebar uses. */
export function makeApi(wire: Wire) {
  const request = makeRequest(wire);
  return {
    getMe: makeGetMe(request),
    getList: makeGetList(request),
    addTodo: makeAddTodo(request),
    editTodo: makeEditTodo(request),
    deleteTodo: makeDeleteTodo(request),
    undoChange: makeUndoChange(request),
    explain: makeExplain(request),
    sayRules: makeSayRules(request),
    getTodos: makeGetTodos(request),
    getDueView: makeGetDueView(request),
    getSettings: makeGetSettings(request),
    editSettings: makeEditSettings(request),
    runCommand: makeRunCommand(request),
    getSettingsState: makeGetSettingsState(request),
    openEvents: makeOpenEvents(wire),
  };
}

export type Api = ReturnType<typeof makeApi>;
