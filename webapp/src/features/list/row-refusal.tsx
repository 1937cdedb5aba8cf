import React from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { isConflict } from '../../model/select-list.ts';
import type { Pending } from '../../model/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useRowActs } from './row-acts.ts';
import { useTheirsText } from './use-theirs-text.ts';

/**
 * Why a change was not saved, and the one thing to do. The change itself is kept until then. Of several to-dos that were
 * added at once the first says it for all.
 */
export function RowRefusal({ row, refused }: { row: Row; refused: Pending }) {
  const app = useApp();
  const acts = useRowActs();
  const say = useSay();
  const isReadOnly = useReadOnly(refused.listId) !== null;
  const isFurther = refused.kind === 'add' && refused.localId !== row.key;
  const isOthers = isConflict(refused);
  const said = useTheirsText(row, row.todo.state === 'deleted' ? 'deleted' : 'changed');
  const reason = isOthers ? said : (refused.refusal?.message ?? '');
  return (
    <div className="todo-node-error-line" role={isFurther ? undefined : 'alert'}>
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">
        {isFurther ? say('notSavedEither') : say('notSaved', { reason })}
      </span>
      {isOthers && <TextButton onClick={() => acts.startEdit(row)}>{say('seeIt')}</TextButton>}
      {!isOthers && !isFurther && !isReadOnly && (
        <TextButton onClick={() => app.actions.retry(refused.requestId)}>{say('retry')}</TextButton>
      )}
      <IconButton
        icon="close"
        size={24}
        label={say('discard')}
        onClick={() => app.actions.discard(refused.requestId, row.key)}
      />
    </div>
  );
}
