import React from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { dayAt } from '../../calendar/wall-clock.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { personListKey } from '../../model/list-names.ts';
import type { Row } from '../../model/select-rows.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { useListClock } from './list-clock.ts';

/** Gives what is overdue in the person's own list today's date, in one change; rules stay as they are. */
export function MoveToToday({ rows }: { rows: readonly Row[] }) {
  const app = useApp();
  const say = useSay();
  const { manner } = useListClock();
  const isProgram = useModel(({ me }) => me?.program != null);
  const own = personListKey(app.userId);
  const movable = rows.flatMap(({ todo }) => (todo.listId === own && todo.number > 0 ? [todo] : []));
  const [first] = movable;
  if (first === undefined || isProgram) return null;

  function move(): void {
    const { text } = first ?? { text: '' };
    const called = movable.length === 1 ? text : say('paste.many', { count: movable.length });
    const said = say('movedToToday', { text: plainText(called) });
    const day = dayAt(app.now(), manner.zone);
    app.actions.announceWhenTaken(app.actions.moveTo(day, manner.zone, movable, { called, said }), said);
  }

  return <TextButton onClick={move}>{say('moveToToday')}</TextButton>;
}
