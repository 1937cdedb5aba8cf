import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 5;
const TRIES = 4_000;

/** Waits for what another process or connection brings about, and fails when it does not come for a long time. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await condition()) return;
    await sleep(POLL_MS);
  }
  throw new Error(`This did not come true: ${condition.toString()}`);
}
