import React, { useId, type ReactNode } from 'react';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import type { GroupName } from '../../model/group-rows.ts';
import { Icon } from '../../ui/icon.tsx';

type Name = GroupName | 'done' | 'requests' | 'sent';

const TEXTS: Record<Name, TextId> = {
  overdue: 'group.overdue',
  today: 'group.today',
  upcoming: 'group.upcoming',
  undated: 'group.undated',
  done: 'done',
  requests: 'group.requests',
  sent: 'group.sent',
};

interface Props {
  name: Name;
  count: number;
  isUnfolded: boolean;
  onToggle: () => void;
  /** What can be done with all of them. */
  action?: ReactNode;
  /** The rows, and what is below them. */
  children: ReactNode;
}

/** Rows below a label that stays in view; a press on it folds them. */
export function RowGroup({ name, count, isUnfolded, onToggle, action, children }: Props) {
  const say = useSay();
  const headingId = useId();
  return (
    <section className={`todo-node-group todo-node-group--${name}`} aria-labelledby={headingId}>
      <div className="todo-node-group-label">
        <h3 id={headingId}>
          <button type="button" aria-expanded={isUnfolded} onClick={onToggle}>
            <Icon name="chevron-down" />
            <span>{say(TEXTS[name])}</span>
            <span className="todo-node-group-count">{count}</span>
          </button>
        </h3>
        {action}
      </div>
      {isUnfolded && children}
    </section>
  );
}
