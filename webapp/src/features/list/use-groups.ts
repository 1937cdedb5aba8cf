import { useMemo, useState } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useNow } from '../../app/use-now.ts';
import { useZone } from '../../app/use-zone.ts';
import { useDueManner } from '../../host/use-due-manner.ts';
import { groupOf, groupRows, groupsChangeAt, type Group, type GroupName } from '../../model/group-rows.ts';
import type { Row } from '../../model/select-rows.ts';
import { isViewKey, viewKey } from '../../model/views.ts';
import { dayEndsAt } from '../../calendar/wall-clock.ts';
import type { ListClock } from './list-clock.ts';

const NOBODY: ReadonlyMap<string, GroupName> = new Map();

/**
 * The open rows of a list, or of what is due today, by when they are due; `null` for a list without groups.
 *
 * @param isAsAdded the person wants a list in its own order
 * @param worked the row in which somebody writes, as it was when they began: it keeps its group until they end
 */
export function useGroups(
  listId: ListKey,
  open: readonly Row[],
  isAsAdded: boolean,
  worked: Row | null,
): { groups: readonly Group[] | null; clock: ListClock } {
  const zone = useZone();
  const now = useNow((at) => groupsChangeAt(open, at, zone));
  const [held, setHeld] = useState<{ key: string; name: GroupName } | null>(null);
  if (worked?.key !== held?.key) {
    const name = worked === null ? null : groupOf(worked.todo, now, dayEndsAt(now, zone));
    setHeld(worked === null || name === null ? null : { key: worked.key, name });
  }
  const isView = isViewKey(listId);
  const hasGroups = isView ? listId === viewKey('today') : !isAsAdded;
  const groups = useMemo(() => {
    const stays = held === null ? NOBODY : new Map([[held.key, held.name]]);
    return hasGroups ? groupRows(open, now, zone, stays) : null;
  }, [hasGroups, open, now, zone, held]);
  const manner = useDueManner(now, zone);
  const isGrouped = groups !== null;
  const clock = useMemo(() => ({ manner, isGrouped, isView }), [manner, isGrouped, isView]);
  return { groups, clock };
}
