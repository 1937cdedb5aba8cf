import type { Colleagues } from '../../callers/colleagues.ts';
import type { PersonClockOf } from '../../callers/person-clock.ts';
import type { Clock } from '../../shared/time.ts';
import type { Acts } from '../../todos/acts.ts';
import type { ReadDates } from '../said/read-text.ts';
import type { ReadWords } from '../said/said-when.ts';

export interface RunDeps {
  acts: Acts;
  clockOf: PersonClockOf;
  readDates: ReadDates;
  readWords: ReadWords;
  colleagues: Colleagues;
  now: Clock;
}
