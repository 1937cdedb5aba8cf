import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { builtInOver } from '../program/testing/built-in-over.ts';
import { makeDeliveries } from '../program/make-deliveries.ts';
import type { TodoProgram } from '../program/ports.ts';
import type { Locale } from '../program/texts/locale.ts';
import { silentLogger } from '../shared/logger.ts';
import { MINUTE_MS } from '../shared/time.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { channelId, makePeople, postId, userId } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { makeActs } from '../todos/make-acts.ts';
import { makeNewId } from '../todos/new-id.ts';
import { MOST_A_MINUTE } from './flood.ts';
import { makeAnswerMention } from './make-answer-mention.ts';
import type { Mention } from './mention.ts';

const NOW = 1_800_000_000_000;

let store: TestStore;
let people: ReturnType<typeof makePeople>;
let locale: Locale;

beforeEach(async () => {
  store = await openTestStore();
  [people, locale] = [makePeople(), 'en'];
  people.add('ann', { channels: ['town'] });
  people.add('bob', { channels: ['town'] });
  people.add('guest', { channels: ['town'], isGuest: true });
});
afterEach(() => store.remove());

const acts = () => makeActs({ store, now: () => NOW, newId: makeNewId(() => NOW) });

const builtIn = (): TodoProgram => builtInOver(store, () => NOW);

const answering = (program = builtIn(), triggerWords = ['todo']) =>
  makeAnswerMention({
    program,
    programLists: null,
    deliveries: makeDeliveries(store, () => NOW),
    languages: { ofAll: async () => locale },
    channelStateFor: people.channelStateFor,
    findPost: people.findPost,
    botName: () => 'todo',
    triggerWords,
    now: () => NOW,
    logger: silentLogger,
  });

const mention = (text: string, more: Partial<Mention> = {}): Mention => ({
  postId: postId(
    `${text
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 20)}x`,
  ),
  channelId: channelId('town'),
  userId: userId('ann'),
  rootId: '',
  text,
  writtenAt: NOW,
  ...more,
});

const inThread = (text: string, more: Partial<Mention> = {}) =>
  mention(text, { rootId: postId('root'), ...more });

const todos = async () => {
  const { todos: open } = await store.page(channelList(channelId('town')), { state: 'open', limit: 500 });
  return open;
};
const texts = async () => (await todos()).map(({ text }) => text);
const replies = async () => (await store.replies()).map(({ target, text }) => ({ ...target, text }));
const mark = (of: Mention, text: string) => ({
  kind: 'reaction',
  channelId: of.channelId,
  triggerPostId: of.postId,
  emoji: 'white_check_mark',
  text,
});

describe('what is written to the bot in a channel', () => {
  it.each([
    ['@todo Buy bread', 'Buy bread'],
    ['@todo: Buy bread', 'Buy bread'],
    ['@Todo, add Buy bread', 'Buy bread'],
    ['@todo，买面包', '买面包'],
    ['@todo here Buy bread', 'Buy bread'],
    ['@todo here is the plan', 'here is the plan'],
  ])(
    '%j goes to the list of the channel, and is confirmed by a mark on the message alone',
    async (typed, text) => {
      const asked = mention(typed);
      await answering()(asked);
      expect(await todos()).toMatchObject([
        {
          ...{ text, listId: channelList(channelId('town')), creatorId: userId('ann') },
          source: { postId: asked.postId, channelId: channelId('town') },
        },
      ]);
      expect(await replies()).toEqual([mark(asked, `Added: **1** ${text}`)]);
    },
  );

  it('may be any command; lists, questions and refusals are answered in the thread', async () => {
    const answer = answering();
    const [add, done, list, again, wrong] = [
      mention('@todo Buy bread'),
      mention('@todo done 1', { userId: userId('bob') }),
      mention('@todo list done'),
      mention('@todo done 1 please'.replace(' please', ''), { postId: postId('again') }),
      mention('@todo done 7'),
    ];
    for (const one of [add, done, list, again, wrong]) await answer(one);
    const thread = (of: Mention) => ({
      kind: 'thread',
      ...{ channelId: of.channelId, triggerPostId: of.postId },
    });
    expect(await replies()).toEqual([
      mark(add, 'Added: **1** Buy bread'),
      mark(done, 'Done: **1** Buy bread'),
      { ...thread(list), text: expect.stringContaining('Buy bread') },
      { ...thread(again), text: expect.stringMatching(/already/i) },
      { ...thread(wrong), text: expect.stringContaining('7') },
    ]);
  });

  it('loses its mark when what it added is undone, from anywhere, and keeps it else', async () => {
    const answer = answering();
    const [bread, milk, undo] = [
      mention('@todo Buy bread'),
      mention('@todo Buy milk'),
      mention('@todo undo'),
    ];
    for (const one of [bread, milk, undo]) await answer(one);
    const gone = (of: Mention) => ({ ...mark(of, 'white_check_mark'), isTakenAway: true });
    const marks = [mark(bread, 'Added: **1** Buy bread'), mark(milk, 'Added: **2** Buy milk')];
    const saidOfUndo = mark(undo, 'Adding undone: **2** Buy milk (is deleted)');
    expect(await replies()).toEqual([...marks, gone(milk), saidOfUndo]);
    const town = channelList(channelId('town'));
    await acts().undo({ actorId: userId('ann'), listId: town });
    expect(await replies()).toEqual([...marks, gone(milk), saidOfUndo, gone(bread)]);
    await acts().add({ actorId: userId('ann'), listId: town }, [{ text: 'Said in the sidebar' }]);
    await acts().undo({ actorId: userId('ann'), listId: town });
    expect(await replies()).toHaveLength(5);
  });

  it('is shown with the name of the bot before each command', async () => {
    await answering()(mention('@todo'));
    expect((await replies())[0]?.text).toContain('`@todo ');
  });

  it('asks in the thread where a date has two meanings', async () => {
    await answering()(mention('@todo Meet on 03/04'));
    expect(await replies()).toMatchObject([{ kind: 'thread' }]);
  });

  it.each([
    ['@todo hello', { kind: 'thread', text: expect.stringMatching(/^Hello!/) }],
    ['@todo thanks!', { kind: 'reaction', emoji: 'slightly_smiling_face' }],
    ['@todo how do I delete one?', { kind: 'thread', text: expect.stringContaining('`@todo add how do I') }],
  ])('%j is talk, and adds nothing', async (typed, said) => {
    await answering()(mention(typed));
    expect(await replies()).toMatchObject([said]);
    expect(await texts()).toEqual([]);
  });

  it('is carried out once, however many replicas hear of it and however often', async () => {
    const asked = mention('@todo Buy bread');
    const [one, other] = [answering(), answering()];
    await Promise.all([one(asked), other(asked), one(asked)]);
    await answering()(asked);
    expect(await texts()).toEqual(['Buy bread']);
    expect(await replies()).toHaveLength(1);
  });

  it('has one key with a webhook that tells of the same message', async () => {
    const asked = mention('@todo Buy bread');
    await answering(builtIn(), ['todo', '@todo'])(asked);
    expect(await makeDeliveries(store, () => NOW).claim(`webhook:${asked.postId}`)).toBe(false);
  });

  it.each([
    ['a guest who is in it', 'guest', 1],
    ['somebody who has left meanwhile', 'stranger', 0],
  ])('of %s counts %s: %i', async (_who, name, count) => {
    people.add('stranger');
    await answering()(mention('@todo Buy bread', { userId: userId(name) }));
    expect(await texts()).toHaveLength(count);
    expect(await replies()).toHaveLength(count);
  });

  it('changes nothing once the channel is archived', async () => {
    people.archive('town');
    await answering()(mention('@todo Buy bread'));
    expect([await texts(), await replies()]).toEqual([[], []]);
  });

  it('is told of as failed when it fails, and not carried out later', async () => {
    const failing: TodoProgram = { run: async () => Promise.reject(new Error('secret detail')) };
    const asked = mention('@todo Buy bread');
    await answering(failing)(asked);
    await answering()(asked);
    expect(await replies()).toEqual([
      expect.objectContaining({ kind: 'thread', text: expect.stringContaining(asked.postId) }),
    ]);
    expect(await texts()).toEqual([]);
  });

  it('of 16,000 characters is refused in words, and one full of names and scripts is kept to the letter', async () => {
    const answer = answering();
    await answer(mention(`@todo ${'long '.repeat(3_200)}`));
    const evil = 'Ask @all and @channel <script>alert(1)</script> [x](javascript:alert(1))';
    await answer(mention(`@todo ${evil}`));
    expect(await texts()).toEqual([evil]);
    expect(await replies()).toMatchObject([
      { kind: 'thread', text: expect.stringContaining('4,000') },
      { kind: 'reaction' },
    ]);
  });
});

describe('in a thread', () => {
  beforeEach(() =>
    people.post('root', 'town', 'bob', 'Review the plan friday.\nIt is in the wiki.\nAsk @all'),
  );

  it('a to-do has the first message as its source', async () => {
    await answering()(inThread('@todo Buy bread'));
    expect(await todos()).toMatchObject([
      { source: { postId: postId('root'), channelId: channelId('town') } },
    ]);
  });

  it.each(['@todo this', '@todo add this', '@todo Add this.', '@todo 这个', '@todo これ'])(
    '%j makes one of the words of the first message, as they are',
    async (typed) => {
      const asked = inThread(typed);
      await answering()(asked);
      expect(await todos()).toMatchObject([
        {
          ...{ text: 'Review the plan friday.', notes: 'It is in the wiki.\nAsk @all', due: null },
          source: { postId: postId('root') },
        },
      ]);
      expect(await replies()).toMatchObject([{ kind: 'reaction', triggerPostId: asked.postId }]);
    },
  );

  it('more words than that are a text', async () => {
    await answering()(inThread('@todo add this to the list'));
    expect(await texts()).toEqual(['this to the list']);
  });

  it.each<[string, Mention]>([
    ['outside of a thread', mention('@todo this')],
    ['below a message that is gone', mention('@todo this', { rootId: postId('gone') })],
    ['below a message of another channel', mention('@todo this', { rootId: postId('other') })],
    ['below a message without words', mention('@todo this', { rootId: postId('empty') })],
  ])('%s it says what `this` means, and adds nothing', async (_where, asked) => {
    people.post('other', 'square', 'bob', 'of the square');
    people.post('empty', 'town', 'bob', ' ');
    await answering()(asked);
    expect(await replies()).toMatchObject([{ kind: 'thread', text: expect.stringContaining('`this`') }]);
    expect(await texts()).toEqual([]);
  });
});

describe('a flood', () => {
  const flood = (count: number, more: Partial<Mention> = {}) =>
    Array.from({ length: count }, (_, index) => mention(`@todo flood ${index}`, more));

  it('is read up to a limit for each minute, person and channel, and answered once', async () => {
    const answer = answering();
    await Promise.all(flood(3 * MOST_A_MINUTE).map(answer));
    await answer(mention('@todo bread', { userId: userId('bob') }));
    await answer(mention('@todo later', { writtenAt: NOW + MINUTE_MS }));
    expect(await texts()).toHaveLength(MOST_A_MINUTE + 2);
    const words = (await replies()).filter(({ kind }) => kind === 'thread');
    expect(words).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/faster than I can read/) }),
    ]);
  });

  it('comes to the same in two replicas, and what was left undone stays so', async () => {
    const all = flood(2 * MOST_A_MINUTE);
    const replicas = [answering(), answering()];
    for (const one of all) await Promise.all(replicas.map((answer) => answer(one)));
    await answering()(all.at(-1) as Mention);
    expect(await texts()).toHaveLength(MOST_A_MINUTE);
    expect((await replies()).filter(({ kind }) => kind === 'thread')).toHaveLength(1);
  });
});

it('leaves the own list of the writer alone', async () => {
  await answering()(mention('@todo Buy bread'));
  expect((await store.list(personList(userId('ann')))).revision).toBe(0);
});
