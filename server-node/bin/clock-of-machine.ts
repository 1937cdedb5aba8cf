import type { PersonClockOf } from '../src/callers/person-clock.ts';
import { zoneOfMachine } from '../src/shared/time-zone.ts';
import { languageFromEnvironment } from './language-from-environment.ts';

/** In a terminal nobody is asked: the clock is the machine's, which `TZ` sets, and so is the language of dates. */
export const clockOfMachine: PersonClockOf = async () => ({
  zone: zoneOfMachine(),
  locale: languageFromEnvironment(),
});
