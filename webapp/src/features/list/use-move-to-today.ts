import { useApp, useModel } from '../../app/app-context.tsx';
import { dayAt } from '../../calendar/wall-clock.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { isOthersList, personListKey } from '../../model/list-names.ts';
import type { Row } from '../../model/select-rows.ts';
import { useListClock } from './list-clock.ts';

/**
 * Gives to-dos today's date, in whichever lists they are, and one undo takes it back; rules stay as they are.
 *
 * @returns null where there is none that the person may move
 */
export function useMoveToToday(rows: readonly Row[]): (() => void) | null {
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
  return () => {
    const called = movable.length === 1 ? first.text : say('paste.many', { count: movable.length });
    const said = say('movedToToday', { text: plainText(called) });
    const now = app.now();
    app.actions.moveTo(({ dueZone }) => dayAt(now, dueZone ?? manner.zone), manner.zone, movable, {
      called,
      said,
    });
  };
}
