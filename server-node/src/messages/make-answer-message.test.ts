import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { builtInOver } from '../program/testing/built-in-over.ts';
import { makeDeliveries } from '../program/make-deliveries.ts';
import type { Deliveries, TodoProgram } from '../program/ports.ts';
import type { Locale } from '../program/texts/locale.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { AppError } from '../shared/app-error.ts';
import { silentLogger } from '../shared/logger.ts';
import { channelId, postId, userId } from '../testing/people.ts';
import type { DirectMessage } from './direct-message.ts';
import { makeAnswerMessage } from './make-answer-message.ts';

let store: TestStore;
let said: ReplyDraft[];
let welcomes: ReplyDraft[];
let locale: Locale;

beforeEach(async () => {
  store = await openTestStore();
  said = [];
  welcomes = [];
  locale = 'en';
});
afterEach(() => store.remove());

const claim = (key: string) => makeDeliveries(store, Date.now).claim(key);
/** Apart from the answers, which most tests look at. */
const replyOnce: Deliveries['replyOnce'] = async (drafts, key, more) => {
  if (more !== undefined && !(await claim(more.delivery))) return;
  if (await claim(key)) welcomes.push(...drafts);
  else said.push(...(more?.otherwise ?? []));
};

const builtIn = (): TodoProgram => builtInOver(store, Date.now);

const answering = (program = builtIn()) =>
  makeAnswerMessage({
    program,
    programLists: null,
    deliveries: { claim, reply: async (drafts) => void said.push(...drafts), replyOnce },
    languages: { ofPerson: async () => locale },
    botName: () => 'todo',
    triggerWords: ['todo'],
    now: Date.now,
    logger: silentLogger,
  });

const message = (text: string, more: Partial<DirectMessage> = {}): DirectMessage => ({
  postId: postId(`${text.replace(/\W/g, '')}x`),
  channelId: channelId('dm'),
  userId: userId('ann'),
  text,
  isInThread: false,
  ...more,
});

it('runs what a person writes on their own list, in the order of writing', async () => {
  const answer = answering();
  await Promise.all(['Buy milk', '@todo Buy bread', 'done 1', 'todo'].map((text) => answer(message(text))));
  const [first, second, third, list] = await store.outbox();
  expect([first, second, third]).toEqual([
    'Added: **1** Buy milk',
    'Added: **2** Buy bread',
    'Done: **1** Buy milk',
  ]);
  expect(list).toMatch(/Buy bread/);
});

it('answers in the language of the person, also that it failed and that it cannot follow', async () => {
  locale = 'ja';
  await answering()(message('Buy milk'));
  expect(await store.outbox()).toEqual(['追加しました：**1** Buy milk']);
  const gate = Promise.withResolvers<never>();
  const answer = answering({ run: () => gate.promise });
  const flood = Array.from({ length: 30 }, (_, index) => answer(message(`flood ${index}`)));
  await new Promise(setImmediate);
  expect(said.map(({ text }) => text)).toEqual([expect.stringMatching(/^速すぎて/)]);
  gate.reject(new Error('broken'));
  await Promise.all(flood);
  expect(said.at(-1)?.text).toMatch(/^問題が発生し.*flood/);
});

it('answers a message once, however often it is told of', async () => {
  const answer = answering();
  await Promise.all([answer(message('Buy milk')), answer(message('Buy milk'))]);
  await answering()(message('Buy milk'));
  expect(await store.outbox()).toEqual(['Added: **1** Buy milk']);
});

it('tells the person when it fails, and goes on', async () => {
  const failures = [new AppError('list_full', 'The list is full.'), new Error('secret detail')];
  const program: TodoProgram = {
    run: async () => {
      throw failures.shift() ?? new AppError('stopping', 'Stopping.');
    },
  };
  const answer = answering(program);
  await answer(message('one'));
  await answer(message('two', { isInThread: true }));
  expect(said[0]).toEqual({ target: { kind: 'direct', userId: userId('ann') }, text: 'The list is full.' });
  const inThread = { kind: 'thread', channelId: channelId('dm'), triggerPostId: postId('twox') };
  expect(said[1]).toEqual({ target: inThread, text: expect.stringContaining(postId('twox')) });
  expect(said[1]?.text).not.toContain('secret');
});

it('stops reading a person who is faster than it, says so once, and serves others', async () => {
  const gate = Promise.withResolvers<undefined>();
  const inner = builtIn();
  const program: TodoProgram = {
    run: async (request) => {
      if (request.actorId === userId('ann')) await gate.promise;
      return inner.run(request);
    },
  };
  const answer = answering(program);
  const flood = Array.from({ length: 40 }, (_, index) => answer(message(`flood ${index}`)));
  await answer(message('bread', { userId: userId('bob') }));
  expect(await store.outbox()).toEqual(['Added: **1** bread']);
  gate.resolve(undefined);
  await Promise.all(flood);
  expect(await store.outbox()).toHaveLength(1 + 21);
  expect(said).toHaveLength(1);
  await answering()(message('flood 39'));
  expect(await store.outbox()).toHaveLength(1 + 21);
  await answer(message('after the flood'));
  expect((await store.outbox()).at(-1)).toBe('Added: **22** after the flood');
});

it.each([
  ['en', 'How do I delete one?', /^.*`add Buy milk`.*`delete 2`.*`add How do I delete one\?`/s],
  ['ja', '何ができますか？', /`delete 2`.*`add 何ができますか？`/s],
  ['zh-CN', '你能做什么？', /`delete 2`.*`add 你能做什么？`/s],
] as const)('answers a question in %s with the help, and adds nothing', async (tongue, text, says) => {
  locale = tongue;
  await answering()(message(text));
  expect(await store.outbox()).toEqual([expect.stringMatching(says)]);
  expect(welcomes).toEqual([]);
});

it.each([
  ['en', 'thanks!', 'You’re welcome!'],
  ['ja', 'ありがとうございます！', 'どういたしまして。'],
  ['zh-CN', '谢谢', '不客气！'],
  ['en', '👍', 'You’re welcome!'],
] as const)('answers thanks in %s: %s', async (tongue, text, answer) => {
  locale = tongue;
  await answering()(message(text));
  expect(said.map((reply) => reply.text)).toEqual([answer]);
  expect(await store.outbox()).toEqual([]);
});

it('answers the first greeting with the welcome, later ones in a line, each once', async () => {
  const answer = answering();
  for (const text of ['hi', 'hi', 'Hello 👋']) await answer(message(text));
  expect(welcomes.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Hello! I keep your to-dos.*`Buy milk`.*`list`.*`done 1`/s),
  ]);
  expect(said.map(({ text }) => text)).toEqual([
    'Hello! Write what is to be done, for instance `Buy milk`, or `help`.',
  ]);
  expect(await store.outbox()).toEqual([]);
});

it.each([
  ['a command', 'Buy milk', 1],
  ['a greeting, which is answered with it', 'hi', 1],
  ['thanks', 'thanks', 1],
  ['a question, which is answered with the help', 'how do I start?', 0],
  ['help, which says more', 'help', 0],
])('welcomes each person once, after a first message that is %s', async (_what, first, count) => {
  const answer = answering();
  for (const text of [first, 'Buy bread', 'hello', 'list']) await answer(message(text));
  expect(welcomes.map(({ text }) => text)).toEqual(Array(count).fill(expect.stringMatching(/^Hello!/)));
  await answer(message('Buy tea', { userId: userId('bob') }));
  expect(welcomes.at(-1)).toMatchObject({ target: { kind: 'direct', userId: userId('bob') } });
});
