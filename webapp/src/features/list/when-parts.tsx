import React from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { useRuleWords } from '../../app/use-rule-words.ts';
import { remindersToCome } from '../../calendar/reminders-to-come.ts';
import { sayDue } from '../../host/say-due.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useListClock } from './list-clock.ts';

/** When a to-do is due, that it repeats, and that a reminder of it is to come. Only what is open can be overdue. */
export function WhenParts({ todo }: { todo: TodoView }) {
  const { manner, isGrouped } = useListClock();
  const say = useSay();
  const due = sayDue(todo, manner);
  const isOverdue = due?.isOverdue === true && todo.state !== 'done';
  return (
    <>
      {due !== null && (
        <span className={`todo-node-meta-part${isOverdue ? ' todo-node-overdue' : ''}`}>
          <Icon name={due.isSoon ? 'clock-outline' : 'calendar-outline'} />
          <span className={isOverdue && !isGrouped ? undefined : 'todo-node-spoken'}>
            {say(isOverdue ? 'group.overdue' : 'when.due')}
            {isOverdue && !isGrouped ? ' · ' : ' '}
          </span>
          <time dateTime={todo.due ?? undefined}>{due.words}</time>
        </span>
      )}
      {todo.repeat !== null && <RuleSign todo={todo} />}
      {remindersToCome(todo, manner.now, manner.zone).length > 0 && (
        <Sign name="bell-outline" words={say('reminder.set')} />
      )}
    </>
  );
}

/** Apart, so that rows without a rule look for no words. */
const RuleSign = ({ todo }: { todo: TodoView }) => <Sign name="sync" words={useRuleWords(todo) ?? ''} />;

/** An icon that says enough to the eye. */
function Sign({ name, words }: { name: 'sync' | 'bell-outline'; words: string }) {
  return (
    <span className="todo-node-meta-part" title={words}>
      <Icon name={name} />
      <span className="todo-node-spoken"> {words}</span>
    </span>
  );
}
