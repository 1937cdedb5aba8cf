import React, { useState, type KeyboardEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useDateWords } from '../../app/use-date-words.ts';
import { dayAt } from '../../calendar/wall-clock.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { DateWordsField } from '../../host/date-words-field.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import type { SaidOfTime } from '../../model/state.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { changesOf, dueIn, inFieldsOf, remindersIn, type Chosen } from './date-choices.ts';
import { DateFields } from './date-fields.tsx';
import { DatePresets } from './date-presets.tsx';
import { useEndPick } from './pick-session.ts';
import { useListClock } from './list-clock.ts';
import { useSetTime } from './use-set-time.ts';

/** When a to-do is due, whether it repeats, and when one is reminded: in words, by a preset, or in fields. */
export function DatePicker({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const end = useEndPick();
  const setTime = useSetTime();
  const { manner } = useListClock();
  const { todo } = row;
  const words = useDateWords(manner);
  const [values, setValues] = useState(() => inFieldsOf(todo));

  const close = (): void => end(row.key);

  function finish(changes: readonly SaidOfTime[]): void {
    setTime(row, changes);
    close();
  }

  function take(chosen: Omit<Chosen, 'reminders'>): void {
    const reminders = remindersIn(values, chosen.due);
    finish(changesOf(todo, { ...chosen, reminders }, dayAt(app.now(), manner.zone)));
  }

  async function save(): Promise<void> {
    if (words.isEmpty) return take({ due: dueIn(values), rule: values.rule || null });
    const read = await words.read();
    if (read === null) return;
    take({ due: read.due, rule: read.repeat ?? todo.repeat, repeatFrom: read.repeatFrom });
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void save();
  }

  return (
    <div
      className="todo-node-picker"
      role="dialog"
      aria-label={say('date.of', { text: plainText(todo.text) })}
      onKeyDown={onKeyDown}
    >
      <DateWordsField words={words} onEnter={() => void save()} onEscape={close} />
      <DatePresets todo={todo} onChoose={finish} />
      <DateFields todo={todo} values={values} onChange={setValues} />
      <div className="todo-node-editor-buttons">
        <TextButton kind="primary" onClick={() => void save()}>
          {say('save')}
        </TextButton>
        <TextButton kind="tertiary" onClick={close}>
          {say('cancel')}
        </TextButton>
      </div>
    </div>
  );
}
