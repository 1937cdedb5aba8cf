import React from 'react';
import { useSay } from '../../host/texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useRowActs } from './row-acts.ts';

/** Shown under the pointer, and when Tab comes to it. */
export function HoverBar({ row, isCurrent }: { row: Row; isCurrent: boolean }) {
  const say = useSay();
  const acts = useRowActs();
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div className="todo-node-hover-bar">
      <IconButton
        icon="pencil-outline"
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
