import React from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { isOverdue } from '../../calendar/overdue.ts';
import { useApp } from '../../app/app-context.tsx';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import type { SaidOfTime } from '../../model/state.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { changesOf, PRESET_TEXTS, presetDue, type Preset } from './date-choices.ts';
import { useListClock } from './list-clock.ts';

interface Props {
  todo: TodoView;
  onChoose: (changes: readonly SaidOfTime[]) => void;
}

/** What is wanted most often, each with one press. */
export function DatePresets({ todo, onChoose }: Props) {
  const app = useApp();
  const say = useSay();
  const { manner } = useListClock();
  const isLate = isOverdue(todo, manner.now);
  const presets: Preset[] = [...(isLate ? (['hour'] as const) : []), 'today', 'tomorrow', 'nextWeek'];

  function choose(preset: Preset): void {
    const due = presetDue(preset, todo, app.now(), manner.zone);
    onChoose(changesOf(todo, { due, rule: todo.repeat, reminders: undefined }, due));
  }

  const button = (text: TextId, onClick: () => void) => (
    <TextButton key={text} kind="tertiary" onClick={onClick}>
      {say(text)}
    </TextButton>
  );
  return (
    <div className="todo-node-presets">
      {presets.map((preset) => button(PRESET_TEXTS[preset], () => choose(preset)))}
      {todo.repeat !== null && button('date.skip', () => onChoose([{ skip: true }]))}
      {todo.due !== null && button('group.undated', () => onChoose([{ due: null }]))}
    </div>
  );
}
