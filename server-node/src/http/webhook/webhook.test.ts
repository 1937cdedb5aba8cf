import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ListView } from '../../contract/todo-view.ts';
import { KEEP_CLAIMS_MS } from '../../jobs/prune.ts';
import { OLDEST_MESSAGE_MS } from '../../messages/refuse-channel-message.ts';
import { DAY_MS } from '../../shared/time.ts';
import { call } from '../../testing/call.ts';
import {
  openBackend,
  WEBHOOK_TOKENS,
  type Backend,
  type BackendOptions,
} from '../../testing/open-backend.ts';
import { channelId, postId, TEAM, userId } from '../../testing/people.ts';

type Fields = Record<string, string | number>;

/** As Mattermost 11.2.1 sends it. */
const delivery = (fields: Fields = {}): Fields => ({
  token: WEBHOOK_TOKENS[1] ?? '',
  team_id: TEAM,
  team_domain: 'rec',
  channel_id: channelId('town'),
  channel_name: 'open1',
  timestamp: 1795312027010,
  user_id: userId('ann'),
  user_name: 'ann',
  post_id: postId('first'),
  text: 'todo buy milk',
  trigger_word: 'todo',
  file_ids: '',
  ...fields,
});

const send = (backend: Backend, path: string, body: string, type: string) =>
  fetch(`${backend.url}${path}`, { method: 'POST', headers: { 'Content-Type': type }, body });

/** The person writes the message, and then it is told of. */
const written = (
  backend: Backend,
  fields: Fields,
  more: { writtenAt?: number; isOfProgram?: boolean; isEdited?: boolean } = {},
): Fields => {
  const { post_id, channel_id, user_id, text } = delivery(fields);
  backend.people.post(String(post_id), nameOf(channel_id), nameOf(user_id), String(text), more);
  return fields;
};
const nameOf = (id: string | number | undefined) => String(id).replace(/0+$/, '');

const writeJson = (backend: Backend, fields: Fields = {}) => sendJson(backend, written(backend, fields));
const writeForm = (backend: Backend, fields: Fields = {}) => sendForm(backend, written(backend, fields));

const sendJson = (backend: Backend, fields: Fields = {}) =>
  send(backend, '/webhook/todo', JSON.stringify(delivery(fields)), 'application/json');

const sendForm = (backend: Backend, fields: Fields = {}) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(delivery(fields))) form.set(name, String(value));
  return send(
    backend,
    '/plugins/todo-node/webhook/todo',
    form.toString(),
    'application/x-www-form-urlencoded',
  );
};

async function textsOf(backend: Backend, name: string, list: string): Promise<string[]> {
  const { body } = await call<ListView>(backend, name, 'GET', `/lists/${list}`);
  return body.todos.map(({ text }) => text);
}

async function openWithPeople(options?: BackendOptions): Promise<Backend> {
  const backend = await openBackend(options);
  backend.people.add('ann', { channels: ['town'] });
  backend.people.add('guest', { isGuest: true, channels: ['town'] });
  return backend;
}

describe('an outgoing webhook', () => {
  let backend: Backend;
  beforeAll(async () => (backend = await openWithPeople()));
  afterAll(() => backend.close());

  it.each([
    ['JSON', writeJson],
    ['a form', writeForm],
  ])("adds to its channel's list, answers nothing and replies in the thread: %s", async (kind, sendIt) => {
    const post_id = postId(kind === 'JSON' ? 'json' : 'form');
    const answer = await sendIt(backend, { post_id, text: `todo from ${kind}` });
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    expect(await textsOf(backend, 'ann', channelId('town'))).toContain(`from ${kind}`);
    const target = { kind: 'thread', channelId: channelId('town'), triggerPostId: post_id };
    expect(await backend.replies()).toContainEqual(expect.objectContaining({ target }));
  });

  it('leaves a link to its message on what it adds', async () => {
    const post_id = postId('linked');
    await writeJson(backend, { post_id, text: 'todo with a link' });
    const { body } = await call<ListView>(backend, 'ann', 'GET', `/lists/${channelId('town')}`);
    const made = body.todos.find(({ text }) => text === 'with a link');
    expect(made?.source).toEqual({ postId: post_id, channelId: channelId('town') });
    expect(await backend.replies()).toHaveLength(1);
  });

  it('delivered twice makes one to-do and one reply', async () => {
    const post_id = postId('twice');
    await writeJson(backend, { post_id, text: 'todo only once' });
    await sendJson(backend, { post_id, text: 'todo only once' });
    expect(
      (await textsOf(backend, 'ann', channelId('town'))).filter((text) => text === 'only once'),
    ).toHaveLength(1);
    const target = { kind: 'thread', channelId: channelId('town'), triggerPostId: post_id };
    expect(await backend.replies()).toMatchObject([{ target }]);
  });

  it('is not answered when the bot itself wrote the message', async () => {
    const before = await textsOf(backend, 'ann', channelId('town'));
    expect((await sendJson(backend, { user_id: userId('bot'), post_id: postId('own') })).status).toBe(200);
    expect(await textsOf(backend, 'ann', channelId('town'))).toEqual(before);
  });

  it.each([
    ['a wrong token', { token: 'webhooktoken0000000000000c' }],
    ['no token', { token: '' }],
    ['the token of a slash command', { token: 'commandtoken0000000000000a' }],
  ])('with %s is refused, does nothing, and shows the token nowhere', async (_what, fields) => {
    const before = await textsOf(backend, 'ann', channelId('town'));
    const answer = await sendJson(backend, { ...fields, post_id: postId('refused') });
    expect(answer.status).toBe(401);
    expect(await textsOf(backend, 'ann', channelId('town'))).toEqual(before);
    expect(backend.log.join('')).not.toContain('webhooktoken');
  });

  it('with a list for a token or no body at all is refused, too', async () => {
    const list = JSON.stringify({ ...delivery(), token: [WEBHOOK_TOKENS[0]] });
    expect((await send(backend, '/webhook/todo', list, 'application/json')).status).toBe(401);
    const doubled = `token=${WEBHOOK_TOKENS[0]}&token=x`;
    const type = 'application/x-www-form-urlencoded';
    expect((await send(backend, '/webhook/todo', doubled, type)).status).toBe(401);
    expect((await fetch(`${backend.url}/webhook/todo`, { method: 'POST' })).status).toBe(415);
  });
});

describe('what a delivery says of its message', () => {
  let backend: Backend;
  beforeAll(async () => (backend = await openWithPeople()));
  afterAll(() => backend.close());
  const texts = () => textsOf(backend, 'ann', channelId('town'));

  it.each([
    ['that does not exist', { post_id: postId('madeup') }],
    ['that somebody else wrote', { user_id: userId('guest') }],
    ['of another channel', { channel_id: channelId('other') }],
  ])('is refused for one %s; nothing is changed, and the log says why', async (_which, forged) => {
    written(backend, { post_id: postId('real') });
    const [before, logged] = [await texts(), backend.log.length];
    expect((await sendJson(backend, { post_id: postId('real'), ...forged })).status).toBe(403);
    expect(await texts()).toEqual(before);
    expect(await backend.replies()).toEqual([]);
    expect(backend.log.slice(logged).join('')).toMatch(/A delivery of an outgoing webhook was refused/);
  });

  it('does not change its words: those in Mattermost count', async () => {
    const post_id = postId('words');
    written(backend, { post_id, text: 'todo what ann wrote' });
    expect((await sendJson(backend, { post_id, text: 'todo what mallory wrote' })).status).toBe(200);
    expect(await texts()).toEqual(['what ann wrote']);
  });

  it.each<[string, Fields, { writtenAt?: number; isOfProgram?: boolean; isEdited?: boolean }]>([
    [
      'is not for the bot, whatever word the delivery names',
      { text: 'please delete 1-9', trigger_word: 'please' },
      {},
    ],
    ['begins with a longer word', { text: 'todos are great' }, {}],
    ['begins with another word', { text: 'todolist is nice' }, {}],
    ['was written long ago', {}, { writtenAt: Date.now() - OLDEST_MESSAGE_MS - 1_000 }],
    ['a program wrote', {}, { isOfProgram: true }],
    ['somebody has edited, perhaps not its author', {}, { isEdited: true }],
    ['is in a channel that is not public', { channel_id: channelId('secret') }, {}],
  ])('makes nothing of a message that %s, and the log says why', async (_which, fields, more) => {
    const post_id = postId('notours');
    backend.people.makePrivate('secret');
    backend.people.add('ann', { channels: ['town', 'secret'] });
    written(backend, { post_id, ...fields }, more);
    await backend.replies();
    const [before, logged] = [await texts(), backend.log.length];
    expect((await sendJson(backend, { post_id, ...fields })).status).toBe(403);
    expect([await texts(), await textsOf(backend, 'ann', channelId('secret'))]).toEqual([before, []]);
    expect(await backend.replies()).toEqual([]);
    expect(backend.log.slice(logged).join('')).toMatch(/A delivery of an outgoing webhook was refused/);
  });

  it('goes with any of the words of the settings, and with a colon behind it', async () => {
    for (const [name, text] of [
      ['colon', 'todo: buy soap'],
      ['other', 'Task buy tea'],
    ] as const) {
      const hook = { post_id: postId(name), text, trigger_word: 'x' };
      expect((await writeJson(backend, hook)).status).toBe(200);
    }
    expect((await texts()).slice(-2)).toEqual(['buy soap', 'buy tea']);
  });

  it('is old long before it is forgotten that it was carried out', () => {
    expect(KEEP_CLAIMS_MS).toBeGreaterThanOrEqual(OLDEST_MESSAGE_MS + 3 * DAY_MS);
  });

  it('is refused in an archived channel', async () => {
    const post_id = postId('late');
    backend.people.archive('old');
    const old = { post_id, channel_id: channelId('old') };
    expect((await writeJson(backend, old)).status).toBe(403);
  });

  it('waits until Mattermost can be asked', async () => {
    const post_id = postId('away');
    written(backend, { post_id, text: 'todo while away' });
    backend.people.goAway();
    let isAnswered = false;
    const answer = sendJson(backend, { post_id }).finally(() => (isAnswered = true));
    while (backend.people.askedInVain() === 0) await sleep(5);
    expect(isAnswered).toBe(false);
    backend.people.comeBack();
    expect((await answer).status).toBe(200);
    expect(await texts()).toContain('while away');
  });
});

it('offers commands as they are typed in a channel', async () => {
  const backend = await openWithPeople();
  await writeJson(backend, { post_id: postId('add'), text: 'todo buy milk' });
  await writeJson(backend, { post_id: postId('delete'), text: 'todo delete 1' });
  expect((await backend.replies()).at(-1)?.text).toMatch(/`todo undo`/);
  await writeJson(backend, { post_id: postId('empty'), text: 'todo' });
  expect((await backend.replies()).at(-1)?.text).toMatch(/`todo add Buy milk`/);
  await writeJson(backend, { post_id: postId('none'), text: 'todo rm the old shed' });
  expect((await backend.replies()).at(-1)?.text).toMatch(/`todo add rm the old shed`/);
  await backend.close();
});

describe('an outgoing webhook, set up otherwise', () => {
  it.each([
    ['its channel', channelId('town'), 200],
    ['its team', TEAM, 200],
    ['another channel', channelId('other'), 401],
  ])('with a token bound to %s', async (_where, place, status) => {
    const token = 'boundtoken0000000000000000';
    const backend = await openWithPeople({ settings: { webhookTokens: [`${token}@${place}`] } });
    expect((await writeJson(backend, { token })).status).toBe(status);
    expect(await textsOf(backend, 'ann', channelId('town'))).toEqual(status === 200 ? ['buy milk'] : []);
    expect((await sendJson(backend, { token: `${token}@${place}`, post_id: postId('whole') })).status).toBe(
      401,
    );
    await backend.close();
  });

  it.each([
    ['as its team', { team_id: channelId('bound') }],
    ['as its channel', { channel_id: channelId('bound') }],
  ])('with a token bound elsewhere is refused, though it names that place %s', async (_as, fields) => {
    const token = 'boundtoken0000000000000000';
    const webhookTokens = [`${token}@${channelId('bound')}`];
    const backend = await openWithPeople({ settings: { webhookTokens } });
    written(backend, { token });
    expect([401, 403]).toContain((await sendJson(backend, { token, ...fields })).status);
    for (const name of ['town', 'bound']) {
      backend.people.add('ann', { channels: [name] });
      expect(await textsOf(backend, 'ann', channelId(name))).toEqual([]);
    }
    await backend.close();
  });

  it("works on the person's own list and answers privately", async () => {
    const backend = await openWithPeople({ settings: { webhookList: 'person' } });
    await writeJson(backend);
    expect(await textsOf(backend, 'ann', 'me')).toEqual(['buy milk']);
    expect(await backend.replies()).toMatchObject([{ target: { kind: 'direct', userId: userId('ann') } }]);
    await backend.close();
  });

  it('works on the shared list, but not for guests, who are told so', async () => {
    const backend = await openWithPeople({ settings: { webhookList: 'shared' } });
    await writeJson(backend);
    const guest = { user_id: userId('guest'), post_id: postId('second'), text: 'todo guest was here' };
    expect((await writeJson(backend, guest)).status).toBe(200);
    expect(await textsOf(backend, 'ann', 'shared')).toEqual(['buy milk']);
    const texts = (await backend.replies()).map(({ text }) => text);
    expect(texts.join('\n')).toMatch(/not for guests/);
    await sendJson(backend, guest);
    expect(await backend.replies()).toEqual([]);
    await backend.close();
  });

  it('is refused when no token is set up', async () => {
    const backend = await openWithPeople({ settings: { webhookTokens: [] } });
    expect((await sendJson(backend)).status).toBe(401);
    expect((await sendJson(backend, { token: '' })).status).toBe(401);
    await backend.close();
  });
});
