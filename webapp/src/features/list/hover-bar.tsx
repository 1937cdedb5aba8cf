import React from 'react';
import { useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { canAssign } from './can-assign.ts';
import { useRowActs } from './row-acts.ts';

/** Shown under the pointer, and when Tab comes to it. */
export function HoverBar({ row, isCurrent }: { row: Row; isCurrent: boolean }) {
  const say = useSay();
  const acts = useRowActs();
  const keepsDates = useModel(({ me }) => me?.readsDates === true);
  const assigns = useModel((state) => canAssign(state, row.todo));
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div className="todo-node-hover-bar">
      {keepsDates && row.todo.state !== 'done' && (
        <IconButton
          icon="calendar-outline"
          size={24}
          label={say('date.button')}
          tabIndex={tabIndex}
          onClick={() => acts.startDate(row)}
        />
      )}
      {assigns && (
        <IconButton
          icon="account-plus-outline"
          size={24}
          label={say('assign.button')}
          tabIndex={tabIndex}
          onClick={() => acts.startAssign(row)}
        />
      )}
      <IconButton
        icon="pencil-outline"
        className="todo-node-edit-button"
        size={24}
        label={say('edit')}
        tabIndex={tabIndex}
        onClick={() => acts.startEdit(row)}
      />
      <IconButton
        icon="trash-can-outline"
        size={24}
        label={say('delete')}
        tabIndex={tabIndex}
        onClick={() => acts.remove(row)}
      />
    </div>
  );
}
