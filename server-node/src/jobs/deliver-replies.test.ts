import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { DeliveryError } from '../replies/ports.ts';
import type { Reply, ReplyDraft } from '../replies/reply.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { openTestOutbox, type TestOutbox } from '../store/testing/open-test-outbox.ts';
import { makeReplyDelivery, type ReplyDelivery } from './deliver-replies.ts';

describe('the delivery of replies', () => {
  let outbox: TestOutbox;
  let delivery: ReplyDelivery;
  let posted: string[];
  let post: (reply: Reply) => Promise<PostId | null>;

  beforeEach(async () => {
    outbox = await openTestOutbox(() => Date.now());
    jest.useFakeTimers();
    posted = [];
    post = async () => null;
    delivery = makeDelivery();
  });
  afterEach(async () => {
    await delivery.stop();
    jest.useRealTimers();
    await outbox.remove();
  });

  function makeDelivery(lookEveryMs = SECOND_MS): ReplyDelivery {
    const poster = {
      post: async (reply: Reply) => {
        const id = await post(reply);
        posted.push(reply.text);
        return id;
      },
    };
    const deps = { outbox, poster, now: Date.now, logger: silentLogger, lookEveryMs };
    return makeReplyDelivery({ ...deps, random: () => 0 });
  }

  const to = (userId: string, text: string): ReplyDraft => ({
    target: { kind: 'direct', userId: userId as UserId },
    text,
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const refuse = (options: ConstructorParameters<typeof DeliveryError>[1]) => async () => {
    throw new DeliveryError('refused', options);
  };

  it('sends what is there at the start, and what is added later at once', async () => {
    await outbox.add([to('a', 'one')]);
    delivery.start();
    await pass(0);
    expect(posted).toEqual(['one']);
    await outbox.add([to('a', 'two')]);
    await pass(0);
    expect(posted).toEqual(['one', 'two']);
    expect(await outbox.fates()).toEqual(['sent', 'sent']);
  });

  it('keeps the order within a thread, and lets no thread wait for another', async () => {
    let release = () => {};
    post = (reply) =>
      reply.text === 'a1' ? new Promise((resolve) => (release = () => resolve(null))) : Promise.resolve(null);
    await outbox.add([to('a', 'a1'), to('a', 'a2'), to('b', 'b1'), to('b', 'b2')]);
    delivery.start();
    await pass(0);
    expect(posted).toEqual(['b1', 'b2']);
    release();
    await pass(0);
    expect(posted).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  it('has no more than eight under way', async () => {
    let most = 0;
    let underWay = 0;
    post = async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
      underWay -= 1;
      return null;
    };
    await outbox.add(Array.from({ length: 30 }, (_, i) => to(`u${i}`, 'x')));
    delivery.start();
    await pass(MINUTE_MS);
    expect(most).toBe(8);
    expect(posted).toHaveLength(30);
  });

  it('waits longer from try to try, at most a minute, and then goes on', async () => {
    const tries: number[] = [];
    const startedAt = Date.now();
    post = async () => {
      tries.push(Date.now() - startedAt);
      throw new DeliveryError('away', { permanent: false });
    };
    await outbox.add([to('a', 'x')]);
    delivery.start();
    await pass(10 * MINUTE_MS);
    const waits = tries.slice(1).map((at, i) => Math.round((at - (tries[i] ?? 0)) / SECOND_MS));
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    post = async () => null;
    await pass(MINUTE_MS);
    expect(await outbox.fates()).toEqual(['sent']);
  });

  it('gives up after a day, and then sends what came after in that thread', async () => {
    post = refuse({ permanent: false });
    await outbox.add([to('a', 'lost')]);
    delivery = makeDelivery(MINUTE_MS);
    delivery.start();
    await pass(DAY_MS - 2 * MINUTE_MS);
    expect(await outbox.fates()).toEqual(['waiting']);
    await pass(4 * MINUTE_MS);
    expect(await outbox.fates()).toEqual(['dropped']);
    post = async () => null;
    await outbox.add([to('a', 'next')]);
    await pass(0);
    expect(posted).toEqual(['next']);
  });

  it('drops at once what can never be sent', async () => {
    post = refuse({ permanent: true });
    await outbox.add([to('a', 'x')]);
    delivery.start();
    await pass(0);
    expect(await outbox.fates()).toEqual(['dropped']);
    expect(await outbox.query('select reason from todo_reply')).toEqual([{ reason: 'refused' }]);
  });

  it('sends nothing at all while Mattermost wants no calls', async () => {
    post = refuse({ permanent: false, retryAfterMs: 7 * SECOND_MS, pausesAll: true });
    await outbox.add([to('a', 'a')]);
    delivery.start();
    await pass(0);
    post = async () => null;
    await outbox.add([to('b', 'b')]);
    await pass(6_900);
    expect(posted).toEqual([]);
    await pass(1_200);
    expect(posted.toSorted()).toEqual(['a', 'b']);
  });

  it('does not post again when the outbox could not be told', async () => {
    const { sent } = outbox;
    outbox.sent = async () => {
      throw new Error('the database is away');
    };
    await outbox.add([to('a', 'x')]);
    delivery.start();
    await pass(0);
    outbox.sent = sent;
    await pass(3 * MINUTE_MS);
    expect(posted).toEqual(['x']);
    expect(await outbox.fates()).toEqual(['sent']);
  });

  it('sends within seconds what a dead process had begun to send, and what waits behind it', async () => {
    await outbox.add([to('a', 'one'), to('a', 'two')]);
    await outbox.take(Date.now(), 2 * MINUTE_MS, 1, 'a process of another machine');
    delivery.start();
    await pass(9 * SECOND_MS);
    expect(posted).toEqual([]);
    await pass(3 * SECOND_MS);
    expect(posted).toEqual(['one', 'two']);
  });

  it('keeps what it is sending for as long as that takes, and sends nothing once it cannot be sure', async () => {
    const sure: boolean[] = [];
    let isOurs = () => true;
    const poster = {
      post: async (reply: Reply, isStillOurs = () => true) => {
        isOurs = isStillOurs;
        return post(reply);
      },
    };
    post = () => new Promise(() => {});
    const slow = makeReplyDelivery({ outbox, poster, now: Date.now, logger: silentLogger });
    await outbox.add([to('a', 'x')]);
    slow.start();
    await pass(MINUTE_MS);
    delivery.start();
    await pass(MINUTE_MS);
    sure.push(isOurs());
    expect(posted).toEqual([]);
    outbox.renew = async () => {
      throw new Error('the database is away');
    };
    await pass(8 * SECOND_MS);
    sure.push(isOurs());
    expect(posted).toEqual([]);
    expect(sure).toEqual([true, false]);
    post = async () => null;
    await pass(6 * SECOND_MS);
    expect(posted).toEqual(['x']);
  });

  it('survives an outbox that cannot be read for a while', async () => {
    const { take } = outbox;
    outbox.take = async () => {
      throw new Error('the database is away');
    };
    await outbox.add([to('a', 'x')]);
    delivery.start();
    await pass(MINUTE_MS);
    outbox.take = take;
    await pass(2 * SECOND_MS);
    expect(posted).toEqual(['x']);
  });

  it('stops when what is under way is done, and takes nothing more', async () => {
    let release = () => {};
    post = () => new Promise((resolve) => (release = () => resolve(null)));
    await outbox.add([to('a', 'a1'), to('a', 'a2')]);
    delivery.start();
    await pass(0);
    let stopped = false;
    const stopping = delivery.stop().then(() => (stopped = true));
    await pass(MINUTE_MS);
    expect(stopped).toBe(false);
    release();
    await stopping;
    await pass(MINUTE_MS);
    expect(posted).toEqual(['a1']);
    expect(await outbox.fates()).toEqual(['sent', 'waiting']);
    expect(jest.getTimerCount()).toBe(0);
  });
});
