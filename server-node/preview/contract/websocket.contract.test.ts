import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { until } from './integration.ts';
import { openListener } from './listener.ts';
import { insist, makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';

let site: ContractSite;
let cast: Cast;

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
}, 30_000);

afterAll(() => site.close());

const write = (channel_id: string, message: string, more: object = {}) =>
  insist(site, 'POST', '/posts', { token: cast.erin.token, body: { channel_id, message, ...more } });

describe('the WebSocket', () => {
  it('begins with a hello, number 0', async () => {
    const listener = await openListener(site, cast.dave.token);
    const hello = await until(() => listener.events[0]);
    listener.close();
    expect(hello).toMatchObject({ event: 'hello', seq: 0, broadcast: { user_id: cast.dave.id } });
    expect(hello.data).toEqual({
      connection_id: expect.stringMatching(/^[a-z0-9]{26}$/),
      server_hostname: expect.any(String),
      server_version: expect.stringMatching(/^11\./),
    });
  });

  it('tells of posts, with the post as a string, and of mentions to those mentioned only', async () => {
    const listener = await openListener(site, cast.dave.token);
    await until(() => listener.events[0]);
    await write(cast.open1.id, `@${cast.dave.name} hello`);
    await write(cast.open1.id, 'hello all the same');
    const plain = await listener.nextPost('posted', 'hello all the same');
    const [first, second] = listener.events.filter(({ event }) => event === 'posted');
    listener.close();
    expect(plain).toMatchObject({ user_id: cast.erin.id, channel_id: cast.open1.id });
    expect(first?.data).toEqual({
      channel_display_name: `${cast.open1.name} name`,
      channel_name: cast.open1.name,
      channel_type: 'O',
      mentions: JSON.stringify([cast.dave.id]),
      post: expect.any(String),
      sender_name: `@${cast.erin.name}`,
      set_online: true,
      team_id: cast.team.id,
    });
    expect(second?.data['mentions']).toBeUndefined();
  });

  it('tells nothing of channels that one is not in', async () => {
    const listener = await openListener(site, cast.frank.token);
    await until(() => listener.events[0]);
    await write(cast.open1.id, 'not for frank');
    await write(cast.townSquare.id, 'for everybody');
    await listener.nextPost('posted', 'for everybody');
    listener.close();
    expect(JSON.stringify(listener.events)).not.toContain('not for frank');
  });

  it('tells of edits and deletions', async () => {
    const listener = await openListener(site, cast.dave.token);
    await until(() => listener.events[0]);
    const post = await write(cast.open1.id, 'first words');
    await insist(site, 'PUT', `/posts/${post.id}/patch`, {
      token: cast.erin.token,
      body: { message: 'other words' },
    });
    expect(await listener.nextPost('post_edited', 'other words')).toMatchObject({ id: post.id });
    await insist(site, 'DELETE', `/posts/${post.id}`, { token: cast.erin.token });
    expect(await listener.nextPost('post_deleted', 'other words')).toMatchObject({
      id: post.id,
      delete_at: 0,
    });
    listener.close();
  });

  it('is resumed without a hello: what was missed comes first, under its old numbers', async () => {
    const listener = await openListener(site, cast.dave.token);
    const hello = await until(() => listener.events[0]);
    await write(cast.open1.id, 'before the gap');
    await listener.nextPost('posted', 'before the gap');
    const next = (listener.events.at(-1)?.seq ?? 0) + 1;
    listener.close();
    await write(cast.open1.id, 'in the gap');
    const query = `?connection_id=${String(hello.data['connection_id'])}&sequence_number=${next}`;
    const resumed = await openListener(site, cast.dave.token, query);
    await resumed.nextPost('posted', 'in the gap');
    resumed.close();
    expect(resumed.events[0]).toMatchObject({ event: 'posted', seq: next });
  });

  it('answers a ping, and fails it once the session has ended', async () => {
    const { token } = cast.frank;
    const socket = (await openListener(site, token)).socket;
    const replies: Record<string, unknown>[] = [];
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Record<string, unknown>;
      if ('seq_reply' in message) replies.push(message);
    });
    socket.send(JSON.stringify({ seq: 1, action: 'ping' }));
    expect(await until(() => replies[0])).toMatchObject({
      status: 'OK',
      seq_reply: 1,
      data: { text: 'pong' },
    });
    await insist(site, 'POST', '/users/logout', { token });
    socket.send(JSON.stringify({ seq: 2, action: 'ping' }));
    expect(await until(() => replies[1])).toMatchObject({
      status: 'FAIL',
      seq_reply: 2,
      error: { id: 'api.web_socket_router.not_authenticated.app_error', status_code: 401 },
    });
    socket.terminate();
  });

  it('is refused to a page of another site', async () => {
    const socket = new WebSocket(`${site.url.replace(/^http/, 'ws')}/api/v4/websocket`, {
      headers: { Authorization: `Bearer ${cast.dave.token}`, Origin: 'http://elsewhere.example.com' },
    });
    const status = await new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_req, res) => resolve(res.statusCode));
    });
    expect(status).toBe(403);
  });
});
