import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { timeZone, usesMilitaryTime } from './host-state.ts';
import { sayMoment } from './say-moment.ts';
import { useSay } from './texts.ts';

/** Days and times in the person's language, zone and clock. */
export function useMoment(): (at: number) => string {
  const { locale } = useIntl();
  const say = useSay();
  const zone = useSelector((state: GlobalState) => timeZone(state));
  const is24h = useSelector((state: GlobalState) => usesMilitaryTime(state));
  return useMemo(() => {
    const words = {
      today: (time: string) => say('today', { time }),
      yesterday: (time: string) => say('yesterday', { time }),
    };
    return (at) => sayMoment(at, { now: Date.now(), locale, timeZone: zone, is24h, words });
  }, [locale, say, zone, is24h]);
}
