import { createContext, useContext, useMemo } from 'react';
import { useMattermostZone } from '../../app/use-zone.ts';
import type { DueManner } from '../../host/say-due.ts';
import { sayMoment } from '../../host/say-moment.ts';

/** How dates are said in this list at the moment. */
export interface ListClock {
  manner: DueManner;
  /** A label above the row says that it is overdue. */
  isGrouped: boolean;
  /** Rows are of several lists. */
  isView: boolean;
}

export const ListClockContext = createContext<ListClock | null>(null);

export function useListClock(): ListClock {
  const clock = useContext(ListClockContext);
  if (clock === null) throw new Error('A date needs a list around it.');
  return clock;
}

/** What happened to a to-do is said by the clock that messages beside it have. */
export function useSayMoment(): (at: number) => string {
  const { manner } = useListClock();
  const zone = useMattermostZone();
  return useMemo(() => (at) => sayMoment(at, { ...manner, zone }), [manner, zone]);
}
