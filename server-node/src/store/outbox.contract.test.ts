import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDeliveries } from '../program/make-deliveries.ts';
import { MOST_OPTIONS, type Choice, type Choices, type Select } from '../replies/choices.ts';
import type { PressAct } from '../replies/press-act.ts';
import { markIdOf } from '../replies/mark-of-change.ts';
import { replyIdOf } from '../replies/reply-id.ts';
import type { Reply, ReplyId, ReplyTarget } from '../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import { DAY_MS } from '../shared/time.ts';
import type { Change } from '../todos/ports.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANN, ANNS } from './testing/people.ts';

const NOON = 1_800_000_000_000;
const LEASE_MS = 1_000;

const line = (text: string): PressAct => ({ kind: 'line', listId: ANNS.listId, line: text });
const selectOf = (count: number): Select => ({
  label: 'Which?',
  options: Array.from({ length: count }, (_each, at) => ({ label: `Nr. ${at}`, act: line(`done ${at}`) })),
});

describe.each(EMPTIED_DATABASES)('outbox on %s', (_name, create) => {
  let database: TestDatabase;
  let one: Opened;
  let two: Opened;
  let clock = NOON;

  beforeAll(async () => {
    database = await create(process.env);
    one = await database.open(() => clock);
    two = await database.open(() => clock);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    clock = NOON;
    for (;;) {
      const left = await one.outbox.take(NOON * 2, 0, 100);
      if (left.length === 0) break;
      for (const { id } of left) await one.outbox.drop(id, 0, 'the test before');
    }
    await one.outbox.prune(1);
  });

  const direct = (who: string): ReplyTarget => ({ kind: 'direct', userId: who as UserId });
  const thread = (channel: string, post: string): ReplyTarget => ({
    ...{ kind: 'thread', channelId: channel as ChannelId, triggerPostId: post as PostId },
  });
  const put = (...replies: [ReplyTarget, string][]) =>
    one.outbox.add(replies.map(([target, text]) => ({ target, text })));
  const textsOf = (replies: Reply[]) => replies.map(({ text }) => text);

  it('finds a reply by the id it was given, and what came of it', async () => {
    const id = replyIdOf('message:1');
    await one.outbox.add([{ id, target: direct('a'), text: '1' }]);
    const waits = { target: direct('a'), postId: null, isDropped: false };
    expect(await two.outbox.find(id)).toEqual(waits);
    const [taken] = await one.outbox.take(NOON, LEASE_MS, 1);
    expect(taken?.id).toBe(id);
    await one.outbox.sent(id, 'p' as PostId, NOON);
    expect(await two.outbox.find(id)).toEqual({ ...waits, postId: 'p' });
    expect(await two.outbox.find(replyIdOf('message:2'))).toBeUndefined();
  });

  it('finds that a reply was given up, and not yet while it is put off', async () => {
    const id = replyIdOf('message:3');
    await one.outbox.add([{ id, target: direct('a'), text: '1' }]);
    await one.outbox.take(NOON, LEASE_MS, 1);
    await one.outbox.retry(id, NOON, 'slow down');
    expect(await two.outbox.find(id)).toMatchObject({ isDropped: false });
    await one.outbox.drop(id, NOON, 'refused');
    expect(await two.outbox.find(id)).toEqual({ target: direct('a'), postId: null, isDropped: true });
  });

  it('takes the mark of a change away after it was put there, when the change is undone', async () => {
    const target: ReplyTarget = {
      ...{ kind: 'reaction', channelId: 'c' as ChannelId, triggerPostId: 'p' as PostId, emoji: 'tada' },
    };
    const replies = ({ id }: Change) => [{ id: markIdOf(id), target, text: 'Added.' }];
    await one.acts.add({ ...ANNS, replies }, [{ text: 'Bread' }]);
    await two.acts.undo(ANNS);
    const [put, ...more] = await one.outbox.take(NOON, LEASE_MS, 9);
    expect([put, more]).toMatchObject([{ target }, []]);
    await one.outbox.sent(put?.id as ReplyId, null, NOON);
    const [gone] = await one.outbox.take(NOON, LEASE_MS, 9);
    expect(gone?.target).toEqual({ ...target, isTakenAway: true });
  });

  it('takes reactions on messages of one channel one beside the other', async () => {
    const reaction = (post: string): ReplyTarget => ({
      ...{ kind: 'reaction', channelId: 'c' as ChannelId, triggerPostId: post as PostId, emoji: 'tada' },
    });
    await put([reaction('p'), '1'], [reaction('q'), '2'], [thread('c', 'p'), '3']);
    expect(textsOf(await one.outbox.take(NOON, LEASE_MS, 9))).toEqual(['1', '2', '3']);
  });

  it('hands out what was put in, oldest first, the limit holds', async () => {
    await put(
      [direct('a'), '1'],
      [thread('c', 'p'), '2 @all'],
      [{ kind: 'response_url', url: 'https://x/y' }, '3'],
    );
    const taken = await one.outbox.take(NOON, LEASE_MS, 2);
    expect(taken).toMatchObject([
      { target: direct('a'), text: '1', createdAt: NOON, attempts: 0 },
      { target: thread('c', 'p'), text: '2 @all' },
    ]);
    expect(textsOf(await two.outbox.take(NOON, LEASE_MS, 2))).toEqual(['3']);
    expect(await two.outbox.take(NOON, LEASE_MS, 2)).toEqual([]);
  });

  it('keeps with a reply what can be pressed below it', async () => {
    const choices: Choices = {
      offered: [{ label: 'Undo', style: 'danger', act: line('undo') }, selectOf(MOST_OPTIONS)],
      onlyFor: ANN,
      until: NOON + 1,
    };
    await one.outbox.add([{ target: direct('a'), text: '1', choices }]);
    await put([direct('b'), '2']);
    const [first, second] = await two.outbox.take(NOON, LEASE_MS, 2);
    expect(first?.choices).toEqual(choices);
    expect(second).not.toHaveProperty('choices');
  });

  it.each<[string, Choice[]]>([
    ['five buttons', Array.from({ length: 5 }, () => ({ label: 'Undo', act: line('undo') }))],
    ['two selects', [selectOf(1), selectOf(1)]],
    ['a select of nothing', [selectOf(0)]],
    ['a select of too much', [selectOf(MOST_OPTIONS + 1)]],
  ])('takes no reply with %s, and keeps nothing of what came with it', async (_what, offered) => {
    const replies = [
      { target: direct('a'), text: '1' },
      { target: direct('a'), text: '2', choices: { offered } },
    ];
    await expect(one.outbox.add(replies)).rejects.toThrow(RangeError);
    expect(await one.outbox.take(NOON, LEASE_MS, 10)).toEqual([]);
  });

  it('makes a secret up once for all processes, even when they ask at the same time', async () => {
    const [here, there] = await Promise.all([one.secretOf('press'), two.secretOf('press')]);
    expect(here).toMatch(/^[\w-]{43}$/);
    expect(there).toBe(here);
    expect(await two.secretOf('press')).toBe(here);
    expect(await two.secretOf('another')).not.toBe(here);
  });

  it('hands out the edits of one post one after another, and those of others meanwhile', async () => {
    const edit = (post: string): ReplyTarget => ({ kind: 'edit', postId: post as PostId });
    await put([edit('p'), '1'], [edit('p'), '2'], [edit('q'), '3']);
    const [first, ...others] = await one.outbox.take(NOON, LEASE_MS, 10);
    expect([first, ...others]).toMatchObject([
      { target: edit('p'), text: '1' },
      { target: edit('q'), text: '3' },
    ]);
    await one.outbox.sent(first?.id as ReplyId, 'p' as PostId, NOON);
    expect(textsOf(await two.outbox.take(NOON, LEASE_MS, 10))).toEqual(['2']);
  });

  it('hands out only the oldest of a conversation, the next one when that is sent or dropped', async () => {
    await put(
      [thread('c', 'p'), '1'],
      [thread('c', 'q'), '2'],
      [thread('c', 'p'), '3'],
      [thread('d', 'p'), 'other'],
    );
    const [first] = await one.outbox.take(NOON, LEASE_MS, 10);
    expect(first?.text).toBe('1');
    expect(await two.outbox.take(NOON, LEASE_MS, 10)).toEqual([]);
    await one.outbox.sent(first?.id as ReplyId, 'post' as PostId, NOON);
    const [second] = await two.outbox.take(NOON, LEASE_MS, 10);
    expect(second?.text).toBe('2');
    await two.outbox.drop(second?.id as ReplyId, NOON, 'the channel is gone');
    expect(textsOf(await one.outbox.take(NOON, LEASE_MS, 10))).toEqual(['3']);
  });

  it('lets the later ones wait while the first one is tried again', async () => {
    await put([direct('a'), '1'], [direct('a'), '2']);
    const [first] = await one.outbox.take(NOON, LEASE_MS, 10);
    await one.outbox.retry(first?.id as ReplyId, NOON + 50, 'status 500');
    expect(await one.outbox.take(NOON + 49, LEASE_MS, 10)).toEqual([]);
    expect(await one.outbox.take(NOON + 50, LEASE_MS, 10)).toMatchObject([{ text: '1', attempts: 1 }]);
  });

  it('hands out again what its taker did not finish in time', async () => {
    await put([direct('a'), '1']);
    await one.outbox.take(NOON, LEASE_MS, 10);
    expect(await two.outbox.take(NOON + LEASE_MS - 1, LEASE_MS, 10)).toEqual([]);
    expect(await two.outbox.take(NOON + LEASE_MS, LEASE_MS, 10)).toMatchObject([{ text: '1', attempts: 1 }]);
  });

  it('leaves a reply to its holder, whatever the time, until its lease as it was last seen is freed', async () => {
    await put([direct('a'), '1'], [direct('a'), '2']);
    const [reply] = await one.outbox.take(NOON, LEASE_MS, 10, 'first');
    const id = reply?.id as ReplyId;
    expect(await two.outbox.take(NOON + 365 * DAY_MS, LEASE_MS, 10, 'second')).toEqual([]);
    const [seen] = await two.outbox.leases();
    expect(seen).toEqual({ id, holder: 'first', until: NOON + LEASE_MS });
    expect(await one.outbox.renew(id, NOON + 2 * LEASE_MS, 'first')).toBe(true);
    await two.outbox.free({ id, holder: 'first', until: NOON + LEASE_MS });
    expect(await two.outbox.take(NOON + LEASE_MS, LEASE_MS, 10, 'second')).toEqual([]);
    await two.outbox.free({ id, holder: 'first', until: NOON + 2 * LEASE_MS });
    expect(await one.outbox.renew(id, NOON + 3 * LEASE_MS, 'first')).toBe(false);
    const taken = await two.outbox.take(NOON - DAY_MS, LEASE_MS, 10, 'second');
    expect(taken).toMatchObject([{ id, text: '1', attempts: 1 }]);
    await one.outbox.retry(id, NOON, 'a late word of the first', 'first');
    expect(await one.outbox.leases()).toMatchObject([{ id, holder: 'second' }]);
    await two.outbox.retry(id, NOON, 'status 500', 'second');
    expect(textsOf(await one.outbox.take(NOON, LEASE_MS, 10, 'first'))).toEqual(['1']);
    await one.outbox.sent(id, null, NOON);
    expect(await one.outbox.leases()).toEqual([]);
  });

  it('lets nothing wait for a time that only a clock gave which has been set back since', async () => {
    clock = NOON + DAY_MS;
    await put([direct('a'), 'new'], [direct('b'), 'tried']);
    const taken = await one.outbox.take(clock, LEASE_MS, 10, 'first');
    for (const { id } of taken) await one.outbox.retry(id, clock + 50, 'status 500', 'first');
    clock = NOON;
    await put([direct('c'), 'later']);
    expect(textsOf(await one.outbox.take(clock, LEASE_MS, 10))).toEqual(['new', 'tried', 'later']);
  });

  it('gives each reply to one of several takers at once', async () => {
    const names = Array.from({ length: 60 }, (_each, index) => `person ${index}`);
    await put(...names.map((name): [ReplyTarget, string] => [direct(name), name]));
    const takers = Array.from({ length: 20 }, (_each, index) => (index % 2 === 0 ? one : two).outbox);
    const taken = (await Promise.all(takers.map((outbox) => outbox.take(NOON, LEASE_MS, 5)))).flat();
    const rest = await one.outbox.take(NOON, LEASE_MS, 100);
    expect([...textsOf(taken), ...textsOf(rest)].sort()).toEqual(names.sort());
    expect(taken.length).toBeGreaterThan(5);
  });

  it('counts what waits, and forgets what was finished long ago', async () => {
    expect(await one.outbox.backlog()).toEqual({ waiting: 0, oldestAt: null });
    await put([direct('a'), '1'], [direct('b'), '2'], [direct('c'), '3']);
    const [first, second] = await one.outbox.take(NOON, LEASE_MS, 2);
    await one.outbox.sent(first?.id as ReplyId, null, NOON + 1);
    await one.outbox.drop(second?.id as ReplyId, NOON + 9, 'gone');
    expect(await one.outbox.backlog()).toEqual({ waiting: 1, oldestAt: NOON });
    await one.outbox.prune(NOON + 9);
    expect(await database.query('select text, post_id, reason from todo_reply order by seq')).toEqual([
      { text: '2', post_id: null, reason: 'gone' },
      { text: '3', post_id: null, reason: null },
    ]);
  });

  it('keeps a change and its reply together: both or neither', async () => {
    const replies = () => [{ target: direct(ANN), text: 'Added.' }];
    await one.acts.add({ ...ANNS, replies }, [{ text: 'x' }]);
    expect(textsOf(await one.outbox.take(NOON, LEASE_MS, 10))).toEqual(['Added.']);
    const failing = () => {
      throw new Error('no words');
    };
    const before = await one.acts.list(ANNS.listId);
    await expect(one.acts.add({ ...ANNS, replies: failing }, [{ text: 'y' }])).rejects.toThrow('no words');
    expect(await one.acts.list(ANNS.listId)).toEqual(before);
  });

  it('says once what is to be said once only, however much is forgotten meanwhile', async () => {
    const { replyOnce } = makeDeliveries(one.todos, () => clock);
    const greet = (text: string) => replyOnce([{ target: direct('a'), text }], 'welcome:a');
    await greet('1');
    clock += 365 * DAY_MS;
    await one.todos.pruneClaims(clock);
    await greet('2');
    expect(textsOf(await one.outbox.take(clock, LEASE_MS, 10))).toEqual(['1']);
  });

  it('says something else to a later delivery, and nothing to one that comes again', async () => {
    const { replyOnce } = makeDeliveries(one.todos, () => clock);
    const greet = (delivery: string) =>
      replyOnce([{ target: direct(delivery), text: `first, ${delivery}` }], 'welcome:b', {
        otherwise: [{ target: direct(delivery), text: `later, ${delivery}` }],
        delivery,
      });
    for (const delivery of ['1', '1', '2', '2']) await greet(delivery);
    expect(textsOf(await one.outbox.take(NOON, LEASE_MS, 10))).toEqual(['first, 1', 'later, 2']);
  });

  it('rings for a reply that another process wrote', async () => {
    const rung = new Promise<void>((resolve) => {
      const stop = two.outbox.onAdded(() => {
        stop();
        resolve();
      });
    });
    await put([direct('a'), '1']);
    await rung;
  });
});
