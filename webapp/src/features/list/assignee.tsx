import React from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { useModel } from '../../app/app-context.tsx';
import { Avatar, useUsername } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { Icon } from '../../ui/icon.tsx';

/** Who has a to-do of a list of several people: their picture, or a dashed circle for nobody. */
export function Assignee({ todo: { assigneeId } }: { todo: TodoView }) {
  const say = useSay();
  const takesRequests = useModel(({ me }) => me?.takesRequests === true);
  const name = useUsername(assigneeId ?? '');
  if (assigneeId !== null)
    return (
      <span title={name}>
        <Avatar userId={assigneeId} size={20} />
        <span className="todo-node-spoken">{say('assign.has', { name })}</span>
      </span>
    );
  if (!takesRequests) return null;
  return (
    <span className="todo-node-nobody" title={say('assign.nobody')}>
      <Icon name="account-outline" />
    </span>
  );
}
