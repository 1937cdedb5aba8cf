import React from 'react';
import { useModel } from '../../app/app-context.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { MarkdownBlocks } from '../../host/markdown-text.tsx';
import { languageOfText } from '../../host/language-of-text.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { useSayMoment } from './list-clock.ts';
import { canAssign } from './can-assign.ts';
import { useRowActs } from './row-acts.ts';
import { SourceCard } from './source-card.tsx';

/** What a row has no room for, below its text: the notes, the message it was made from, when it was added, and what can be done. */
export function WholeTodo({ row, tabIndex }: { row: Row; tabIndex: number }) {
  const say = useSay();
  const acts = useRowActs();
  const moment = useSayMoment();
  const keepsDates = useModel(({ me }) => me?.readsDates === true);
  const { notes, createdAt, listId, source } = row.todo;
  const assigns = useModel((state) => canAssign(state, row.todo));
  const isReadOnly = useReadOnly(listId) !== null;
  return (
    <div className="todo-node-whole">
      {notes !== '' && (
        <div className="todo-node-notes" lang={languageOfText(notes)} dir="auto">
          <MarkdownBlocks text={notes} />
        </div>
      )}
      {source !== null && <SourceCard source={source} tabIndex={tabIndex} />}
      <div className="todo-node-meta">{say('addedAt', { moment: moment(createdAt) })}</div>
      {!isReadOnly && (
        <div className="todo-node-editor-buttons">
          <TextButton kind="tertiary" tabIndex={tabIndex} onClick={() => acts.startEdit(row)}>
            {say('edit')}
          </TextButton>
          {keepsDates && row.todo.state !== 'done' && (
            <TextButton kind="tertiary" tabIndex={tabIndex} onClick={() => acts.startDate(row)}>
              {say('date.button')}
            </TextButton>
          )}
          {assigns && (
            <TextButton kind="tertiary" tabIndex={tabIndex} onClick={() => acts.startAssign(row)}>
              {say('assign.button')}
            </TextButton>
          )}
          <TextButton kind="tertiary" tabIndex={tabIndex} onClick={() => acts.remove(row)}>
            {say('delete')}
          </TextButton>
        </div>
      )}
    </div>
  );
}
