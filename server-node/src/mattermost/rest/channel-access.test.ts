import { beforeEach, describe, expect, it } from '@jest/globals';

import type { Freshness } from '../../callers/ports.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { channelId, userId } from '../../testing/people.ts';
import { makeChannelAccess } from './channel-access.ts';
import { makeInTurn } from './check-queue.ts';
import { RestError } from './rest-error.ts';

const TOWN = channelId('town');
const turn = () => new Promise(setImmediate);

let asked: string[];
let dead: Set<string>;
let deletedAt: number;
/** Questions wait for it. */
let gate: PromiseWithResolvers<void>;
let access: ReturnType<typeof makeChannelAccess>;

beforeEach(() => {
  asked = [];
  dead = new Set();
  deletedAt = 0;
  gate = Promise.withResolvers();
  const limits = { mostWaiting: 1_000, patienceMs: 60_000 };
  access = makeChannelAccess(
    async ({ path, token = '' }) => {
      asked.push(`${token} ${path}`);
      await gate.promise;
      if (dead.has(token)) throw new RestError('ended', { status: 401, id: 'x' });
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify({ delete_at: deletedAt })) };
    },
    () => 0,
    { asked: makeInTurn({ atOnce: 64, ...limits }), pushed: makeInTurn({ atOnce: 4, ...limits }) },
  );
});

const stateOf = (name: string, session: string, freshness: Freshness, id: ChannelId = TOWN) =>
  access(session, userId(name)).stateOfChannel(id, freshness);

describe('what a channel is to a person', () => {
  it('is asked once for all streams of a person, whatever their sessions', async () => {
    const all = ['s1', 's2', 's3'].map((session) => stateOf('ann', session, 'pushed'));
    await turn();
    gate.resolve();
    expect(await Promise.all(all)).toEqual(['open', 'open', 'open']);
    expect(asked).toEqual([`s1 /api/v4/channels/${TOWN}`]);
    await stateOf('ann', 's4', 'pushed');
    await stateOf('ann', 's4', 'recent');
    await stateOf('ann', 's4', 'read');
    expect(asked).toHaveLength(1);
    await stateOf('bob', 's5', 'pushed');
    expect(asked).toHaveLength(2);
  });

  it('of many readers is asked few at a time, and whoever waits for an answer goes first', async () => {
    const pushed = Array.from({ length: 100 }, (_, n) => stateOf(`p${n}`, `t${n}`, 'pushed'));
    await turn();
    expect(asked).toHaveLength(4);
    const own = stateOf('p99', 't99', 'now');
    await turn();
    expect(asked).toHaveLength(5);
    expect(asked.at(-1)).toMatch(/^t99 /);
    gate.resolve();
    expect(await own).toBe('open');
    expect(await Promise.all(pushed)).toHaveLength(100);
  });

  it('is one question, of which both reading and archived are told', async () => {
    gate.resolve();
    deletedAt = 1;
    expect(await stateOf('ann', 's1', 'now')).toBe('archived');
    expect(asked).toHaveLength(1);
  });

  it('is asked for by each session when the one that asked for all has ended', async () => {
    dead.add('s1');
    const both = [stateOf('ann', 's1', 'pushed'), stateOf('ann', 's2', 'pushed')];
    const outcomes = Promise.allSettled(both);
    await turn();
    gate.resolve();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
