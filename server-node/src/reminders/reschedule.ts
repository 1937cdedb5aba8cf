import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { wakeUpsOf, type Reminded } from './wake-ups-of.ts';

/**
 * Brings the wake-ups of changed to-dos up to date, in the transaction of the change. Those that a change leaves as they
 * are stay, also when they are late; what would have been before `at` is not made up for, unless a clock that hangs in
 * another zone has passed it by.
 */
export async function reschedule(writer: WakeUpWriter, steps: readonly Step[], at: EpochMs): Promise<void> {
  const gone: WakeUpKey[] = [];
  const put: WakeUp[] = [];
  for (const { before, after } of steps) {
    const [olds, news] = [before === undefined ? [] : wakeUpsOf(before), wakeUpsOf(after)];
    const kept = new Set<WakeUpKey>();
    for (const wakeUp of news) {
      const old = olds.find(({ key }) => key === wakeUp.key);
      const isSame = isDeepStrictEqual(old, wakeUp);
      const isPassedBy = old !== undefined && old.at > at && before !== undefined && isRezoned(before, after);
      const isToCome = wakeUp.at > at || isPassedBy;
      if (!isSame && isToCome) put.push(wakeUp);
      if (isSame || isToCome) kept.add(wakeUp.key);
    }
    gone.push(...olds.flatMap(({ key }) => (kept.has(key) ? [] : [key])));
  }
  await writer.unschedule(gone);
  await writer.schedule(put);
}

/** What is written of the time is the same, and the clock by which it goes is another. */
const isRezoned = (before: Reminded, after: Reminded): boolean =>
  before.dueZone !== after.dueZone &&
  before.due === after.due &&
  isDeepStrictEqual(before.reminders, after.reminders);
