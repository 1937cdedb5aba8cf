import React from 'react';
import { useModel } from '../app/app-context.tsx';
import { useSay } from '../host/sidebar-texts.ts';
import type { ModelState } from '../model/state.ts';
import { belongsTo, viewKey, type ViewName } from '../model/views.ts';
import { Icon } from '../ui/icon.tsx';
import { TextButton } from '../ui/text-button.tsx';

interface Props {
  addedKey: string;
  view: ViewName;
  onShow: () => void;
}

/** Where a to-do went that was added below a view in which it does not stand. */
export function AddedElsewhere({ addedKey, view, onShow }: Props) {
  const say = useSay();
  const isElsewhere = useModel((state) => {
    const todo = addedTodo(state, addedKey);
    return todo !== undefined && todo.state === 'open' && !belongsTo(viewKey(view), state)(todo);
  });
  if (!isElsewhere) return null;
  return (
    <div className="todo-node-kept-by">
      <Icon name="check" />
      <span className="todo-node-error-text">{say('view.addedToMine')}</span>
      <TextButton onClick={onShow}>{say('view.show')}</TextButton>
    </div>
  );
}

/** Once the backend has named it. */
const addedTodo = ({ todos, localNames }: ModelState, addedKey: string) =>
  Object.entries(localNames).flatMap(([id, name]) => (name === addedKey ? [todos[id]] : []))[0];
