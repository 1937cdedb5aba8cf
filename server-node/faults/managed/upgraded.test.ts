import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { add, openTodos } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const UPGRADES = 5;
const WRITERS = 8;
/** Mattermost's own refusal while no version is active, and the backend's while it starts or ends. */
const REFUSALS = [404, 503];
/** Nobody looks longer at a page that says nothing. */
const SILENCE_MS = 10_000;

interface Seen {
  acknowledged: string[];
  refused: number;
  /** What was neither done nor refused. */
  faults: string[];
  longestMs: number;
}

let stage: ManagedStage;
beforeEach(async () => {
  stage = await openManagedStage({ command: await asShipped() });
  await stage.start();
}, 120_000);
afterEach(() => stage.close(), 30_000);

it('upgraded under load: what was acknowledged is kept, all else is refused at once, and nothing is cut', async () => {
  const seen: Seen = { acknowledged: [], refused: 0, faults: [], longestMs: 0 };
  let over = false;
  const writers = Array.from({ length: WRITERS }, (_each, writer) => write(writer, seen, () => over));
  for (let upgrade = 1; upgrade <= UPGRADES; upgrade += 1) {
    await moreOf(seen, 30);
    const old = stage.pid();
    await stage.disable();
    await stage.start();
    expect(stage.pid()).not.toBe(old);
  }
  await moreOf(seen, 30);
  over = true;
  await Promise.all(writers);

  expect(seen.faults).toEqual([]);
  expect(seen.refused).toBeGreaterThan(0);
  expect(seen.longestMs).toBeLessThan(SILENCE_MS);
  const kept = (await openTodos(stage, 'alice')).map(({ text }) => text);
  expect(kept.toSorted()).toEqual(seen.acknowledged.toSorted());
}, 120_000);

async function write(writer: number, seen: Seen, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    const text = `${writer}-${n}`;
    const askedAt = performance.now();
    const answer = await add(stage, 'alice', text).catch((error: unknown) => ({
      status: 0,
      body: String(error),
    }));
    seen.longestMs = Math.max(seen.longestMs, performance.now() - askedAt);
    if (answer.status === 201) seen.acknowledged.push(text);
    else if (REFUSALS.includes(answer.status)) seen.refused += 1;
    else seen.faults.push(JSON.stringify(answer));
    if (answer.status !== 201) await sleep(20);
  }
}

function moreOf({ acknowledged }: Seen, more: number): Promise<void> {
  const enough = acknowledged.length + more;
  return stage.until(() => acknowledged.length >= enough);
}
