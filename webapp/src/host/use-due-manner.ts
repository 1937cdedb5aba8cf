import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { usesMilitaryTime } from './host-state.ts';
import type { DueManner } from './say-due.ts';
import { useSay } from './sidebar-texts.ts';

/** How dates are said to the reader at a moment. */
export function useDueManner(now: number, zone: string): DueManner {
  const { locale } = useIntl();
  const say = useSay();
  const is24h = useSelector((state: GlobalState) => usesMilitaryTime(state));
  return useMemo(() => ({ now, locale, zone, is24h, say }), [now, locale, zone, is24h, say]);
}
