import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callApi } from './api-client.ts';
import { jsonAnswer, openIntegration, until, type Integration } from './integration.ts';
import { insist, makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';

let site: ContractSite;
let cast: Cast;
let integration: Integration;
let token: string;

const hook = (fields: object) =>
  insist(site, 'POST', '/hooks/outgoing', {
    token: site.adminToken,
    body: { team_id: cast.team.id, display_name: 'contract', ...fields },
  });

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
  integration = await openIntegration();
  const channel_id = cast.open1.id;
  const json = {
    channel_id,
    trigger_words: ['todo'],
    callback_urls: [`${integration.url}/json`],
    content_type: 'application/json',
  };
  token = String((await hook(json))['token']);
  await hook({
    channel_id,
    trigger_words: ['#do'],
    trigger_when: 1,
    callback_urls: [`${integration.url}/form`],
  });
  await hook({
    trigger_words: ['teamtodo'],
    callback_urls: [`${integration.url}/team`],
    content_type: 'application/json',
  });
}, 30_000);

beforeEach(() => integration.answer(jsonAnswer({})));

afterAll(async () => {
  await integration.close();
  await site.close();
});

const write = (message: string, more: object = {}) =>
  insist(site, 'POST', '/posts', {
    token: cast.dave.token,
    body: { channel_id: cast.open1.id, message, ...more },
  });

describe('the request for a message with a trigger word', () => {
  it('in JSON has these fields, and the moment in milliseconds', async () => {
    const post = await write('todo buy milk');
    const request = await integration.next();
    expect([request.method, request.url]).toEqual(['POST', '/json']);
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'Mattermost-Bot/1.1',
    });
    expect(JSON.parse(request.body)).toEqual({
      token,
      team_id: cast.team.id,
      team_domain: cast.team.name,
      channel_id: cast.open1.id,
      channel_name: cast.open1.name,
      timestamp: post['create_at'],
      user_id: cast.dave.id,
      user_name: cast.dave.name,
      post_id: post.id,
      text: 'todo buy milk',
      trigger_word: 'todo',
      file_ids: '',
    });
  });

  it('as a form has the same fields, and the moment in seconds', async () => {
    const post = await write('#dolater 买牛奶 & a=b');
    const request = await integration.next();
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(request.body))).toMatchObject({
      timestamp: String(Math.floor(Number(post['create_at']) / 1000)),
      text: '#dolater 买牛奶 & a=b',
      trigger_word: '#do',
      post_id: post.id,
    });
  });

  it('says nothing of the thread that the message is in', async () => {
    const root = await write('a root');
    const reply = await write('todo in the thread', { root_id: root.id });
    const body = JSON.parse((await integration.next()).body) as Record<string, unknown>;
    expect([body['post_id'], 'root_id' in body]).toEqual([reply.id, false]);
  });

  it.each([
    ['alone', 'todo'],
    ['after blanks, which stay', '  todo spaced   out  '],
    ['before a line break', 'todo\nnext line'],
    ['before a tab', 'todo\ttabbed'],
    ['before an ideographic space', 'todo\u3000全角'],
  ])('is sent when the word stands %s', async (_where, message) => {
    await write(message);
    expect(JSON.parse((await integration.next()).body)).toMatchObject({
      text: message,
      trigger_word: 'todo',
    });
  });

  it('of a hook for the team is sent from any of its public channels', async () => {
    const body = { channel_id: cast.townSquare.id, message: 'teamtodo hello' };
    await insist(site, 'POST', '/posts', { token: cast.dave.token, body });
    expect((await integration.next()).url).toBe('/team');
  });
});

describe('no request is made', () => {
  /** What comes afterwards shows that nothing came before it. */
  const expectNothingBefore = async (marker: string) => {
    await write(`todo ${marker}`);
    expect(JSON.parse((await integration.next()).body)).toMatchObject({ text: `todo ${marker}` });
  };

  it.each(['TODO shout', 'todos many', 'todo: with a colon', 'please todo this'])(
    'for %j',
    async (message) => {
      await write(message);
      await expectNothingBefore(`after ${message}`);
    },
  );

  it.each([
    ['another channel', () => cast.townSquare.id, 'todo hello'],
    ['a private channel', () => cast.priv1.id, 'teamtodo private'],
    ['a direct channel', () => cast.directId, 'teamtodo direct'],
  ])('from %s', async (where, channelId, message) => {
    await insist(site, 'POST', '/posts', {
      token: cast.dave.token,
      body: { channel_id: channelId(), message },
    });
    await expectNothingBefore(`after ${where}`);
  });

  it('for an edit', async () => {
    const post = await write('first without');
    await insist(site, 'PUT', `/posts/${post.id}/patch`, {
      token: cast.dave.token,
      body: { message: 'todo now' },
    });
    await expectNothingBefore('after the edit');
  });
});

describe('an answer to the request', () => {
  const postWith = (message: string) =>
    until(async () => {
      const path = `/api/v4/channels/${cast.open1.id}/posts`;
      const answer = await callApi(site.url, 'GET', path, { token: cast.dave.token });
      const { posts } = answer.body as { posts: Record<string, Record<string, unknown>> };
      return Object.values(posts).find((post) => post['message'] === message);
    });

  it.each([200, 500, 401])(
    'with a text and status %i becomes a post of who made the hook',
    async (status) => {
      const text = `answered with ${status}`;
      integration.answer({ ...jsonAnswer({ text }), status });
      await write(`todo ${text}?`);
      await integration.next();
      expect(await postWith(text)).toMatchObject({
        user_id: cast.admin.id,
        root_id: '',
        props: { from_webhook: 'true', webhook_display_name: 'contract' },
      });
    },
  );

  it('may be a comment, which opens the thread of the message', async () => {
    integration.answer(jsonAnswer({ text: 'as a comment', response_type: 'comment' }));
    const post = await write('todo comment on this');
    await integration.next();
    expect(await postWith('as a comment')).toMatchObject({ root_id: post.id });
  });
});
