import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '../shared/ids.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { openTestOutbox, type TestOutbox } from '../store/testing/open-test-outbox.ts';
import { DEAD_AFTER_MS, makeFreeDeadLeases } from './free-dead-leases.ts';

const NOON = 1_800_000_000_000;
const LEASE_MS = 2 * MINUTE_MS;

describe('leases of dead processes', () => {
  let elapsedMs: number;
  let outbox: TestOutbox;
  let look: () => Promise<void>;
  let underWay: Set<string>;

  beforeEach(async () => {
    elapsedMs = 0;
    underWay = new Set();
    outbox = await openTestOutbox(() => NOON);
    const holder = { name: 'mine', isGone: (name: string) => name === 'killed here' };
    const free = makeFreeDeadLeases({ leased: outbox, holder, monotonic: () => elapsedMs });
    look = () => free(underWay);
    await outbox.add([{ target: { kind: 'direct', userId: 'a' as UserId }, text: 'x' }]);
  });
  afterEach(() => outbox.remove());

  const takenBy = async (holder: string) => (await outbox.take(NOON, LEASE_MS, 1, holder))[0];
  const isFree = async () => (await outbox.leases()).length === 0;
  async function lookFor(ms: number, meanwhile: () => unknown = () => undefined): Promise<void> {
    for (const end = elapsedMs + ms; elapsedMs < end; elapsedMs += SECOND_MS) {
      await look();
      await meanwhile();
    }
  }

  it('are free at once when the process was one of this machine', async () => {
    await takenBy('killed here');
    await look();
    expect(await isFree()).toBe(true);
    expect(await takenBy('mine')).toMatchObject({ text: 'x', attempts: 1 });
  });

  it('are free when they stood still for ten seconds, and not before', async () => {
    await takenBy('elsewhere');
    await lookFor(DEAD_AFTER_MS);
    expect(await isFree()).toBe(false);
    await look();
    expect(await isFree()).toBe(true);
  });

  it.each([
    ['as it should', 1],
    ['with a clock that is a day ahead', NOON + DAY_MS],
    ['with a clock that goes back by days', -3 * DAY_MS],
  ])('stay while their holder moves them on, %s', async (_how, stepMs) => {
    const reply = await takenBy('elsewhere');
    let until = NOON;
    const renew = () => reply && outbox.renew(reply.id, (until += stepMs), 'elsewhere');
    await lookFor(10 * DEAD_AFTER_MS, renew);
    expect(await isFree()).toBe(false);
  });

  it('of this very process are free when nothing is under way for them any more', async () => {
    const reply = await takenBy('mine');
    underWay.add(reply?.id ?? '');
    await lookFor(3 * DEAD_AFTER_MS);
    expect(await isFree()).toBe(false);
    underWay.clear();
    await lookFor(DEAD_AFTER_MS + SECOND_MS);
    expect(await isFree()).toBe(true);
  });
});
