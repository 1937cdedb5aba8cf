import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NO_COLLEAGUES } from '../callers/colleagues.ts';
import { makeBuiltInProgram } from '../program/built-in/make-built-in-program.ts';
import { makeDeliveries } from '../program/make-deliveries.ts';
import { NO_SETTINGS } from '../program/testing/people.ts';
import { silentLogger } from '../shared/logger.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import type { Store } from '../store/store.ts';
import { createSqlite } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, postId, userId } from '../testing/people.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';
import { makeActs } from '../todos/make-acts.ts';
import { makeNewId } from '../todos/new-id.ts';
import { editedLine, type EditedLine } from './edited-line.ts';
import { inOrder } from './in-order.ts';
import { makeAnswerMention } from './make-answer-mention.ts';
import { makeAnswerMessage } from './make-answer-message.ts';
import { makeCorrectLine } from './make-correct-line.ts';

/** A Friday. */
const NOW = 1_800_000_000_000;
const ANNS = personList(userId('ann'));
const TOWNS = channelList(channelId('town'));

let database: Awaited<ReturnType<typeof createSqlite>>;
let store: Store;
let people: ReturnType<typeof makePeople>;
beforeEach(async () => {
  database = await createSqlite();
  store = await database.open(() => NOW);
  people = makePeople();
  people.add('ann', { channels: ['town'] });
  people.add('bob', { channels: ['town'] });
});
afterEach(() => database.remove());

const acts = () => makeActs({ store: store.todos, now: () => NOW, newId: makeNewId(() => NOW) });

function replica() {
  const deliveries = makeDeliveries(store.todos, () => NOW);
  const clockOf = async () => ({ zone: 'UTC', locale: 'en' });
  const program = makeBuiltInProgram({
    ...{ acts: acts(), deliveries, clockOf, settings: NO_SETTINGS, colleagues: NO_COLLEAGUES },
    recipients: people.recipients,
    now: () => NOW,
  });
  const deps = {
    ...{ program, programLists: null, deliveries, store: store.todos, outbox: store.outbox },
    languages: { ofPerson: async () => 'en' as const, ofAll: async () => 'en' as const },
    ...{ channelStateFor: people.channelStateFor, findPost: people.findPost },
    botName: () => 'todo',
    triggerWords: ['todo'],
    now: () => NOW,
    logger: silentLogger,
  };
  return inOrder({
    message: makeAnswerMessage(deps),
    mention: makeAnswerMention(deps),
    edited: makeCorrectLine(deps),
    reacted: async () => undefined,
    unreacted: async () => undefined,
    deleted: async () => undefined,
    returned: async () => undefined,
  });
}

const line = { postId: postId('line'), userId: userId('ann') };
const message = (text: string) => ({ ...line, channelId: channelId('dm'), text, isInThread: false });
const mention = (text: string) => ({
  ...{ ...line, channelId: channelId('town'), text, rootId: '' as const, writtenAt: NOW },
});
const edit = (text: string, channel: string, editedAt = NOW + SECOND_MS): EditedLine => ({
  ...{ ...line, channelId: channelId(channel), text, editedAt },
});

const todosOf = async (listId: ListId) =>
  (await store.todos.page(listId, { state: 'open', limit: 10 })).todos.map(({ text, due, repeat }) => ({
    ...{ text, due, repeat },
  }));

/** Takes all replies out of the outbox, as if Mattermost had them; those in words become posts. */
async function delivered(): Promise<{ text: string }[]> {
  const some = await store.outbox.take(NOW, 1, 100);
  for (const { id, target } of some)
    await store.outbox.sent(id, target.kind === 'reaction' ? null : postId('answer'), NOW);
  const said = some.map(({ target, text }) => ({ ...target, text })).filter(({ text }) => !isWelcome(text));
  return some.length === 0 ? said : [...said, ...(await delivered())];
}

const isWelcome = (text: string) => text.startsWith('Hello!');

describe('a message to the bot that is edited soon', () => {
  it('gives the to-do the new words and the new date, and has the answer say so', async () => {
    const { message: answer, edited } = replica();
    await answer(message('Buy mlik tomorrow'));
    await delivered();
    await edited(edit('Buy milk every monday', 'dm'));
    expect(await todosOf(ANNS)).toEqual([
      { text: 'Buy milk', due: expect.any(String), repeat: 'FREQ=WEEKLY;BYDAY=MO' },
    ]);
    const [said] = await delivered();
    expect(said).toMatchObject({
      kind: 'edit',
      postId: postId('answer'),
      text: expect.stringContaining('milk'),
    });
    await edited(edit('todo Buy oat milk', 'dm', NOW + 2 * SECOND_MS));
    expect(await todosOf(ANNS)).toEqual([{ text: 'Buy oat milk', due: null, repeat: null }]);
  });

  it('is answered a second time where the first answer is not there yet', async () => {
    const { message: answer, edited } = replica();
    await answer(message('Buy mlik'));
    await edited(edit('Buy milk', 'dm'));
    expect(await delivered()).toMatchObject([
      { kind: 'direct', text: 'Added: **1** Buy mlik' },
      { kind: 'direct', text: expect.stringContaining('Buy milk') },
    ]);
  });

  it('is corrected once by all replicas, and is answered first', async () => {
    const [one, other] = [replica(), replica()];
    const asked = message('Buy mlik');
    await Promise.all([
      ...[one, other].map(({ message: answer }) => answer(asked)),
      ...[one, other, one].map(({ edited }) => edited(edit('Buy milk', 'dm'))),
    ]);
    expect(await todosOf(ANNS)).toMatchObject([{ text: 'Buy milk' }]);
    const changed = (await delivered()).filter(({ text }) => text.includes('milk'));
    expect(changed).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['to what is no to-do', 'Buy mlik', 'done 1'],
    ['to all of them', 'Buy mlik', 'delete 1'],
    ['to thanks', 'Buy mlik', 'thanks!'],
    ['to nothing', 'Buy mlik', ' '],
    ['from a list', 'list', 'Buy milk'],
  ])('%s, leaves everything as it is', async (_what, first, second) => {
    const { message: answer, edited } = replica();
    await answer(message(first));
    const before = await todosOf(ANNS);
    await delivered();
    await edited(edit(second, 'dm'));
    expect([await todosOf(ANNS), await delivered()]).toEqual([before, []]);
  });

  it.each<[string, (listId: ListId) => Promise<unknown>]>([
    ['ticked', (listId) => acts().complete({ actorId: userId('ann'), listId }, { numbers: [1] })],
    ['deleted', (listId) => acts().remove({ actorId: userId('ann'), listId }, { numbers: [1] })],
    ['undone', (listId) => acts().undo({ actorId: userId('ann'), listId })],
  ])('leaves a to-do alone that was %s since', async (_what, change) => {
    const { message: answer, edited } = replica();
    await answer(message('Buy mlik'));
    await change(ANNS);
    await delivered();
    await edited(edit('Buy milk', 'dm'));
    expect((await store.todos.findByNumbers(ANNS, [1]))[0]?.text).toBe('Buy mlik');
    expect(await delivered()).toEqual([]);
  });

  it('says what was wrong with the new words, and changes nothing', async () => {
    const { message: answer, edited } = replica();
    await answer(message('Buy mlik'));
    await delivered();
    await edited(edit('Buy milk on 31 February', 'dm'));
    expect(await todosOf(ANNS)).toMatchObject([{ text: 'Buy mlik' }]);
    expect(await delivered()).toMatchObject([
      { kind: 'direct', text: expect.stringContaining('31 February') },
    ]);
  });

  it('was no line when nobody answered it', async () => {
    await replica().edited(edit('Buy milk', 'dm'));
    expect([await todosOf(ANNS), await delivered()]).toEqual([[], []]);
  });
});

describe('a mention that is edited soon', () => {
  it('gives the to-do of the channel the new words, and its mark stays', async () => {
    const { mention: answer, edited } = replica();
    await answer(mention('@todo Buy mlik'));
    expect(await delivered()).toMatchObject([{ kind: 'reaction' }]);
    await edited(edit('@todo: Buy milk', 'town'));
    expect(await todosOf(TOWNS)).toMatchObject([{ text: 'Buy milk' }]);
    expect(await delivered()).toEqual([]);
  });

  it('leaves the to-do alone that somebody else has changed since', async () => {
    const { mention: answer, edited } = replica();
    await answer(mention('@todo Buy mlik'));
    await acts().edit({ actorId: userId('bob'), listId: TOWNS }, { numbers: [1] }, { text: 'Buy cheese' });
    await edited(edit('@todo Buy milk', 'town'));
    expect(await todosOf(TOWNS)).toMatchObject([{ text: 'Buy cheese' }]);
  });

  it.each([
    ['does not mention the bot any more', 'Buy milk', true],
    ['is of somebody who has left the channel', '@todo Buy milk', false],
  ])('changes nothing when it %s', async (_what, text, stays) => {
    const { mention: answer, edited } = replica();
    await answer(mention('@todo Buy mlik'));
    if (!stays) people.leave('ann', 'town');
    await edited(edit(text, 'town'));
    expect(await todosOf(TOWNS)).toMatchObject([{ text: 'Buy mlik' }]);
  });
});

describe('an edit', () => {
  const post = (more: object) => ({
    ...{ ...line, channelId: channelId('town'), rootId: '', text: '@todo Buy milk', type: '', props: {} },
    ...{ writtenAt: NOW, editedAt: 0 },
    ...more,
  });
  it.each<[string, boolean, object]>([
    ['within a minute counts', true, { editedAt: NOW + MINUTE_MS }],
    ['after it does not', false, { editedAt: NOW + MINUTE_MS + 1 }],
    ['that is none, such as pinning, does not', false, {}],
    ['of a program does not', false, { editedAt: NOW + 1, props: { from_webhook: 'true' } }],
    ['of the bot does not', false, { editedAt: NOW + 1, userId: userId('bot') }],
    ['of Mattermost does not', false, { editedAt: NOW + 1, type: 'system_header_change' }],
  ])('%s', (_which, counts, more) => {
    expect(editedLine(post(more), userId('bot')) !== undefined).toBe(counts);
  });
});
