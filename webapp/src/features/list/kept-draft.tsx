import React from 'react';
import { useApp } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useEndEdit } from './edit-session.ts';
import { useRowActs } from './row-acts.ts';
import { theirsOf } from './theirs.ts';
import { useTheirsText } from './use-theirs-text.ts';

/** On the row of an unsaved edit whose editor is closed: what was written, and the way back to it. */
export function KeptDraft({ row, draft, tabIndex }: { row: Row; draft: EditDraft; tabIndex: number }) {
  const app = useApp();
  const acts = useRowActs();
  const endEdit = useEndEdit();
  const say = useSay();
  const isReadOnly = useReadOnly(row.todo.listId) !== null;
  const said = useTheirsText(row, theirsOf(draft, row));
  const written = [draft.text, draft.notes].map(plainText).filter((part) => part !== '');
  return (
    <div className="todo-node-kept-draft">
      <Icon name="pencil-outline" />
      <span className="todo-node-error-text" dir="auto">
        {said !== '' && <>{said} </>}
        {say('draftKept', { text: written.join(' · ') })}
      </span>
      {!isReadOnly && (
        <TextButton tabIndex={tabIndex} onClick={() => acts.startEdit(row)}>
          {say('draftContinue')}
        </TextButton>
      )}
      <IconButton
        icon="close"
        size={24}
        tabIndex={tabIndex}
        label={say('discard')}
        onClick={() => {
          app.editDrafts.forget(draft.key);
          endEdit(row, row.key);
        }}
      />
    </div>
  );
}
