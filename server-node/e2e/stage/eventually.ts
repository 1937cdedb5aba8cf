import { setTimeout as wait } from 'node:timers/promises';

const WITHIN_MS = 15_000;
const PAUSE_MS = 50;

/** Repeats what throws until it does not, for as long as a slow machine may need. @throws what it threw last */
export async function eventually<T>(attempt: () => T | Promise<T>, withinMs = WITHIN_MS): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(PAUSE_MS);
    }
  }
}
