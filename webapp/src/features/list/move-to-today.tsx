import React from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { dayAt } from '../../calendar/wall-clock.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { isOthersList, personListKey } from '../../model/list-names.ts';
import type { Row } from '../../model/select-rows.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { useListClock } from './list-clock.ts';

/** Gives what is overdue today's date, in whichever list it is, and one undo takes it back; rules stay as they are. */
export function MoveToToday({ rows }: { rows: readonly Row[] }) {
  const app = useApp();
  const say = useSay();
  const { manner } = useListClock();
  const isProgram = useModel(({ me }) => me?.program != null);
  const lists = useModel((state) => state.lists);
  const own = personListKey(app.userId);
  const movable = rows.flatMap(({ todo }) =>
    todo.number > 0 && lists[todo.listId]?.readOnly == null && !isOthersList(todo.listId, own) ? [todo] : [],
  );
  const [first] = movable;
  if (first === undefined || isProgram) return null;

  function move(): void {
    const { text } = first ?? { text: '' };
    const called = movable.length === 1 ? text : say('paste.many', { count: movable.length });
    const said = say('movedToToday', { text: plainText(called) });
    const now = app.now();
    app.actions.moveTo(({ dueZone }) => dayAt(now, dueZone ?? manner.zone), manner.zone, movable, {
      called,
      said,
    });
  }

  return <TextButton onClick={move}>{say('moveToToday')}</TextButton>;
}
