import React, { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ReadingView, ReminderBody } from '@todo-node/server/contract/api';
import { useApp } from '../../app/app-context.tsx';
import { useReading } from '../../app/use-reading.ts';
import { dayAt, isDay } from '../../calendar/wall-clock.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { sayWall } from '../../host/say-due.ts';
import { sayRule } from '../../host/say-rule.ts';
import { useSay } from '../../host/texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import {
  changesOf,
  PRESET_TEXTS,
  presetDue,
  reminderChoices,
  reminderKey,
  RULES,
  type Chosen,
  type Preset,
} from './date-choices.ts';
import { useEndDate } from './date-session.ts';
import { useListClock } from './list-clock.ts';
import { useSetTime } from './use-set-time.ts';

/** Stands for the rest of a to-do: a text that is a date alone is taken for a text. */
const BEFORE_WORDS = '• ';
/** Whether there is nothing but a date. */
const isAll = ({ text }: ReadingView): boolean => text === BEFORE_WORDS.trim();
/** The reminders as they are. */
const AS_THEY_ARE = 'kept';

/** When a to-do is due, whether it repeats, and when one is reminded: in words, by a preset, or in fields. */
export function DatePicker({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const end = useEndDate();
  const setTime = useSetTime();
  const { manner } = useListClock();
  const { todo } = row;
  const words = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState(todo.due?.slice(0, 10) ?? '');
  const [time, setTime_] = useState(todo.due === null || isDay(todo.due) ? '' : todo.due.slice(11));
  const [rule, setRule] = useState(todo.repeat ?? '');
  const [reminder, setReminder] = useState(AS_THEY_ARE);
  const [isMissed, setMissed] = useState(false);
  const asked = BEFORE_WORDS + typed.trim();
  const reading = useReading(asked, typed.trim() !== '');
  const view = reading !== null && isAll(reading.view) ? reading.view : null;
  const isRead = reading?.text === asked;
  const due = day === '' ? null : time === '' ? day : `${day}T${time}`;
  const own = todo.reminders.filter(({ byId }) => byId === app.userId);
  const isLate = todo.dueAt !== null && todo.dueAt <= manner.now;
  const presets: Preset[] = [...(isLate ? (['hour'] as const) : []), 'today', 'tomorrow', 'nextWeek'];

  useEffect(() => words.current?.focus(), []);

  function close(): void {
    end(row.key);
  }

  function choose(preset: Preset): void {
    const moved = presetDue(preset, todo, app.now(), manner.zone);
    setTime(row, changesOf(todo, { due: moved, rule: todo.repeat, reminders: undefined }, moved));
    close();
  }

  function remindersFor(on: string | null): ReminderBody[] | undefined {
    if (reminder === AS_THEY_ARE) return undefined;
    const found =
      on === null ? undefined : reminderChoices(on).find(([one]) => reminderKey(one) === reminder);
    return found === undefined ? [] : [found[0]];
  }

  function take(chosen: Pick<Chosen, 'due' | 'rule' | 'repeatFrom'>): void {
    const today = dayAt(app.now(), manner.zone);
    setTime(row, changesOf(todo, { ...chosen, reminders: remindersFor(chosen.due) }, today));
    close();
  }

  /** Who presses Enter before the answer is there waits for it. */
  async function takeWords(): Promise<void> {
    const read = isRead ? reading.view : await app.api.explain(asked).catch(() => null);
    if (read?.due == null || !isAll(read)) return setMissed(true);
    take({ due: read.due, rule: read.repeat ?? todo.repeat, repeatFrom: read.repeatFrom });
  }

  function save(): void {
    if (typed.trim() !== '') return void takeWords();
    take({ due, rule: rule || null });
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    save();
  }

  const understood =
    view?.due == null
      ? null
      : [sayWall(view.due, manner), view.repeatWords].filter((part) => part !== '').join(' · ');
  const hint = understood ?? reading?.view.wrong ?? (isMissed ? say('date.notUnderstood') : null);
  return (
    <div
      className="todo-node-picker"
      role="dialog"
      aria-label={say('date.of', { text: plainText(todo.text) })}
      onKeyDown={onKeyDown}
    >
      <div className="todo-node-field-frame">
        <Icon name="calendar-outline" />
        <GrowingField
          fieldRef={words}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setMissed(false);
          }}
          onEnter={save}
          onEscape={close}
          label={say('date.inWords')}
          placeholder={say('date.example')}
          describedBy={hint === null ? undefined : id}
          invalid={hint !== null && understood === null}
        />
      </div>
      {hint !== null && (
        <div
          id={id}
          className={understood === null ? 'todo-node-error-line' : 'todo-node-understood'}
          role="status"
        >
          <Icon name={understood === null ? 'alert-circle-outline' : 'check'} />
          <span>{hint}</span>
        </div>
      )}
      <div className="todo-node-presets">
        {presets.map((preset) => (
          <TextButton key={preset} kind="tertiary" onClick={() => choose(preset)}>
            {say(PRESET_TEXTS[preset])}
          </TextButton>
        ))}
        {todo.repeat !== null && (
          <TextButton
            kind="tertiary"
            onClick={() => {
              setTime(row, [{ skip: true }]);
              close();
            }}
          >
            {say('date.skip')}
          </TextButton>
        )}
        {todo.due !== null && (
          <TextButton
            kind="tertiary"
            onClick={() => {
              setTime(row, [{ due: null }]);
              close();
            }}
          >
            {say('group.undated')}
          </TextButton>
        )}
      </div>
      <div className="todo-node-picker-fields">
        <label>
          <span>{say('date.day')}</span>
          <input type="date" max="9999-12-31" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
        <label>
          <span>{say('date.time')}</span>
          <input
            type="time"
            value={time}
            disabled={day === ''}
            onChange={({ target }) => setTime_(target.value)}
          />
        </label>
        <label>
          <span>{say('date.repeat')}</span>
          <select value={rule} onChange={({ target }) => setRule(target.value)}>
            <option value="">{say('repeat.none')}</option>
            {RULES.map(([value, text]) => (
              <option key={value} value={value}>
                {say(text)}
              </option>
            ))}
            {todo.repeat !== null && !RULES.some(([value]) => value === todo.repeat) && (
              <option value={todo.repeat}>{sayRule(todo.repeat, manner.locale, say)}</option>
            )}
          </select>
        </label>
        <label>
          <span>{say('date.reminder')}</span>
          <select
            value={due === null ? '' : reminder}
            disabled={due === null}
            onChange={({ target }) => setReminder(target.value)}
          >
            <option value={AS_THEY_ARE}>{say(own.length === 0 ? 'reminder.usual' : 'reminder.asSet')}</option>
            {own.length > 0 && <option value="">{say('reminder.none')}</option>}
            {due !== null &&
              reminderChoices(due).map(([one, text]) => (
                <option key={reminderKey(one)} value={reminderKey(one)}>
                  {say(text)}
                </option>
              ))}
          </select>
        </label>
      </div>
      <div className="todo-node-editor-buttons">
        <TextButton kind="primary" onClick={save}>
          {say('save')}
        </TextButton>
        <TextButton kind="tertiary" onClick={close}>
          {say('cancel')}
        </TextButton>
      </div>
    </div>
  );
}
