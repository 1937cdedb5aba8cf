import { useEffect } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import type { Rows } from '../../model/select-rows.ts';

/** Names and pictures of those who appear in the list. */
export function usePeople(rows: Rows): void {
  const app = useApp();
  const changedBy = useModel((state) => state.changedBy);
  const doneBy = useModel((state) => state.doneBy);
  useEffect(() => {
    void app.loadProfiles([
      ...Object.values(changedBy).map(({ userId }) => userId),
      ...Object.values(doneBy),
    ]);
  }, [app, changedBy, doneBy]);
  useEffect(() => {
    const people = [...rows.open, ...rows.done].flatMap(({ todo }) => [
      todo.creatorId,
      todo.assigneeId ?? '',
    ]);
    void app.loadProfiles(people);
  }, [app, rows]);
}
