import React from 'react';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { Icon } from '../../ui/icon.tsx';
import { readsOtherwise } from './theirs.ts';

/** What others did to the to-do in whose place somebody writes. The live region says it as well. */
export function TheirsNotice({ row, draft, said }: { row: Row; draft: EditDraft; said: string }) {
  const say = useSay();
  const { text, notes } = row.todo;
  const isOther = row.todo.state !== 'deleted' && (draft.isRefused || readsOtherwise(draft, row));
  return (
    <div className="todo-node-theirs">
      <Icon name="alert-outline" />
      <div className="todo-node-theirs-text">
        <strong>{said}</strong>
        {isOther && (
          <div dir="auto">
            {say('nowReads', { text: notes === draft.todo.notes ? text : `${text}\n${notes}` })}
          </div>
        )}
      </div>
    </div>
  );
}
