import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { sayWall } from '../../host/say-due.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import type { SaidOfTime } from '../../model/state.ts';
import { useListClock } from './list-clock.ts';

/** Changes when a to-do is due, and says so once it has happened. */
export function useSetTime(): (row: Row, changes: readonly SaidOfTime[]) => void {
  const app = useApp();
  const say = useSay();
  const { manner } = useListClock();
  return ({ todo }, changes) => {
    const text = plainText(todo.text);
    for (const said of changes) {
      const due = said.snooze ?? said.due;
      const words =
        due === undefined
          ? say('announce.edited', { text })
          : due === null
            ? say('announce.noDate', { text })
            : say('announce.due', { text, when: sayWall(due, manner, 'long') });
      app.actions.announceWhenTaken(app.actions.setTime(todo, said, manner.zone), words);
    }
  };
}
