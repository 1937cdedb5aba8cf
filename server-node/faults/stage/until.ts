import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 30;
const PATIENCE_MS = 30_000;

/** Waits for what other processes bring about, for as long as a slow machine may need. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`This did not come true: ${condition.toString()}`);
    await sleep(POLL_MS);
  }
}
