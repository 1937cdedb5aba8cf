import type { PersonClockOf } from '../callers/person-clock.ts';
import type { UserId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { MINUTE_MS } from '../shared/time.ts';
import type { TodoReader } from '../todos/ports.ts';

export interface LookAtClocksDeps {
  reader: Pick<TodoReader, 'peopleWithDue'>;
  clockOf: PersonClockOf;
  logger: Logger;
}

/** People looked at each minute: ten thousand are through in eight hours, and Mattermost does not notice it. */
const PEOPLE_A_MINUTE = 20;

/**
 * Goes round all who have something due and looks at their clocks, so that whoever has moved to another zone, and says
 * nothing to us, is reminded by the clock that they see.
 */
export function makeLookAtClocks({ reader, clockOf, logger }: LookAtClocksDeps) {
  let last: UserId | '' = '';
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const people = await reader.peopleWithDue(last, PEOPLE_A_MINUTE);
      for (const person of people) {
        await clockOf(person);
        last = person;
      }
      if (people.length < PEOPLE_A_MINUTE) last = '';
    } catch (error) {
      logger.debug({ err: error }, 'The clocks of people could not be looked at; next try in a minute.');
    }
  }

  return {
    look,
    start(): void {
      timer = setInterval(() => (looking = look()), MINUTE_MS).unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await looking;
    },
  };
}
