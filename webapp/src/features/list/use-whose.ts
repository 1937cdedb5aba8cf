import { useMemo, useState } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { isOf, WHOSE, type Whose } from '../../model/narrow-rows.ts';
import type { Row, Rows } from '../../model/select-rows.ts';

const DRAFT = 'whose';

/**
 * The open rows of a list that several people share, as far as one wants to see them; the choice holds for all such lists
 * until the window is closed.
 *
 * @param isShared whether the list is one that several people share
 * @param stays rows that are seen whosever they are: what is written in, or was just added
 */
export function useWhose(rows: Rows, isShared: boolean, stays: (row: Row) => boolean) {
  const app = useApp();
  const takesRequests = useModel(({ me }) => me?.takesRequests === true);
  const [wanted, setWanted] = useState(() => app.drafts.read(DRAFT) as Whose);
  const isOffered = isShared && takesRequests && rows.open.length > 0;
  const whose = isOffered && WHOSE.includes(wanted) ? wanted : 'everyone';
  const shown = useMemo(
    () =>
      whose === 'everyone'
        ? rows
        : { open: rows.open.filter((row) => isOf(whose, row.todo, app.userId) || stays(row)), done: [] },
    [app, rows, whose, stays],
  );
  return {
    isOffered,
    whose,
    shown,
    choose(next: Whose): void {
      setWanted(next);
      app.drafts.write(DRAFT, next);
    },
  };
}
