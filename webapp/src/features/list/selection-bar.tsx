import React, { useEffect } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useMoveToToday } from './use-move-to-today.ts';

/** What can be done with the selected rows, in one act that one undo takes back. */
export function SelectionBar({ rows, onEnd }: { rows: readonly Row[]; onEnd: () => void }) {
  const app = useApp();
  const say = useSay();
  const count = say('selected', { count: rows.length });
  useEffect(() => app.actions.announce(count), [app, count]);
  const lists = useModel((state) => state.lists);
  const todos = rows.map(({ todo }) => todo).filter(({ listId }) => lists[listId]?.readOnly == null);
  const moveToToday = useMoveToToday(rows);
  const [only] = todos;
  const called =
    only !== undefined && todos.length === 1
      ? plainText(only.text)
      : say('paste.many', { count: todos.length });

  const end = (act: () => void) => () => {
    act();
    onEnd();
  };
  const finish = (act: 'done' | 'delete', said: string) =>
    end(() => app.actions.several(todos, act, { called, said }));
  return (
    <div className="todo-node-selection" role="toolbar" aria-label={count}>
      <span className="todo-node-undo-text">{count}</span>
      <IconButton
        icon="check"
        label={say('done')}
        onClick={finish('done', say('completed', { text: called }))}
      />
      {moveToToday !== null && (
        <IconButton icon="calendar-check-outline" label={say('moveToToday')} onClick={end(moveToToday)} />
      )}
      <IconButton
        icon="trash-can-outline"
        label={say('delete')}
        onClick={finish('delete', say('deleted', { text: called }))}
      />
      <IconButton icon="close" label={say('clear')} onClick={onEnd} />
    </div>
  );
}
