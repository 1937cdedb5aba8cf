import React from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** Why an answer to a request was not saved. */
export function AnswerRefusal({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const refused = refusalOf(row);
  if (refused === undefined) return null;
  const { requestId, refusal } = refused;
  return (
    <div className="todo-node-error-line" role="alert">
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">{say('notSaved', { reason: refusal?.message ?? '' })}</span>
      <TextButton onClick={() => app.actions.retry(requestId)}>{say('retry')}</TextButton>
      <IconButton
        icon="close"
        size={24}
        label={say('discard')}
        onClick={() => app.actions.discard(requestId)}
      />
    </div>
  );
}
