import { createContext, useContext } from 'react';
import type { DueManner } from '../../host/say-due.ts';

/** How dates are said in this list at the moment. */
export interface ListClock {
  manner: DueManner;
  /** A label above the row says that it is overdue. */
  isGrouped: boolean;
}

export const ListClockContext = createContext<ListClock | null>(null);

export function useListClock(): ListClock {
  const clock = useContext(ListClockContext);
  if (clock === null) throw new Error('A date needs a list around it.');
  return clock;
}
