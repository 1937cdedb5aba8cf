import React, { type ReactNode } from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { useApp } from '../../app/app-context.tsx';
import { useRuleWords } from '../../app/use-rule-words.ts';
import { remindersToCome } from '../../calendar/reminders-to-come.ts';
import { RULES, textOfRule } from '../../host/say-rule.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { AS_THEY_ARE, dueIn, reminderChoices, reminderKey, type InFields } from './date-choices.ts';
import { useListClock } from './list-clock.ts';

interface Props {
  todo: TodoView;
  values: InFields;
  onChange: (values: InFields) => void;
}

/** Day, time, rule and reminder, each in a field of the browser's own. */
export function DateFields({ todo, values, onChange }: Props) {
  const { userId } = useApp();
  const say = useSay();
  const due = dueIn(values);
  const { now, zone } = useListClock().manner;
  const hasOwn = todo.reminders.some(
    (one) =>
      one.byId === userId &&
      ('minutesBefore' in one || remindersToCome({ ...todo, reminders: [one] }, now, zone).length > 0),
  );
  const ruleWords = useRuleWords(todo);
  const otherRule = textOfRule(todo.repeat) === undefined ? todo.repeat : null;
  return (
    <div className="todo-node-picker-fields">
      <Labelled words={say('date.day')}>
        <input
          type="date"
          max="9999-12-31"
          value={values.day}
          onChange={({ target }) => onChange({ ...values, day: target.value })}
        />
      </Labelled>
      <Labelled words={say('date.time')}>
        <input
          type="time"
          value={values.time}
          disabled={values.day === ''}
          onChange={({ target }) => onChange({ ...values, time: target.value })}
        />
      </Labelled>
      <Labelled words={say('date.repeat')}>
        <select value={values.rule} onChange={({ target }) => onChange({ ...values, rule: target.value })}>
          <option value="">{say('repeat.none')}</option>
          {RULES.map(([rule, text]) => (
            <option key={rule} value={rule}>
              {say(text)}
            </option>
          ))}
          {otherRule !== null && <option value={otherRule}>{ruleWords}</option>}
        </select>
      </Labelled>
      <Labelled words={say('date.reminder')}>
        <select
          value={due === null ? AS_THEY_ARE : values.reminder}
          disabled={due === null}
          onChange={({ target }) => onChange({ ...values, reminder: target.value })}
        >
          <option value={AS_THEY_ARE}>{say(hasOwn ? 'reminder.asSet' : 'reminder.usual')}</option>
          {hasOwn && <option value="">{say('reminder.none')}</option>}
          {due !== null &&
            reminderChoices(due).map(([one, text]) => (
              <option key={reminderKey(one)} value={reminderKey(one)}>
                {say(text)}
              </option>
            ))}
        </select>
      </Labelled>
    </div>
  );
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <label>
      <span>{words}</span>
      {children}
    </label>
  );
}
