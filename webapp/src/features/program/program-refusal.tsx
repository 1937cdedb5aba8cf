import React from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { PendingOf } from '../../model/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** What the program, or the way to it, said; the change is kept until the person decides. */
export function ProgramRefusal({ one }: { one: PendingOf<'program'> }) {
  const app = useApp();
  const say = useSay();
  const isReadOnly = useReadOnly(one.listId) !== null;
  return (
    <div className="todo-node-error-line" role="alert">
      <Icon name="alert-circle-outline" />
      <span className="todo-node-error-text">
        <MarkdownText text={one.refusal?.message ?? ''} />
      </span>
      {!isReadOnly && (
        <TextButton onClick={() => app.actions.retry(one.requestId)}>{say('retry')}</TextButton>
      )}
      <IconButton
        icon="close"
        size={24}
        label={say('discard')}
        onClick={() => app.actions.discard(one.requestId)}
      />
    </div>
  );
}
