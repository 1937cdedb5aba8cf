import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { wakeUpsOf } from './wake-ups-of.ts';

/**
 * Brings the wake-ups of changed to-dos up to date, in the transaction of the change. Those that a change leaves as they
 * are stay, also when they are late; what would have been before `at` is not made up for.
 */
export async function reschedule(writer: WakeUpWriter, steps: readonly Step[], at: EpochMs): Promise<void> {
  const gone: WakeUpKey[] = [];
  const put: WakeUp[] = [];
  for (const { before, after } of steps) {
    const [olds, news] = [before === undefined ? [] : wakeUpsOf(before), wakeUpsOf(after)];
    const kept = new Set<WakeUpKey>();
    for (const wakeUp of news) {
      const isSame = olds.some((old) => isDeepStrictEqual(old, wakeUp));
      if (!isSame && wakeUp.at > at) put.push(wakeUp);
      if (isSame || wakeUp.at > at) kept.add(wakeUp.key);
    }
    gone.push(...olds.flatMap(({ key }) => (kept.has(key) ? [] : [key])));
  }
  await writer.unschedule(gone);
  await writer.schedule(put);
}
