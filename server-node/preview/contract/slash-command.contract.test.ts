import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callApi } from './api-client.ts';
import { jsonAnswer, openIntegration, type GivenAnswer, type Integration } from './integration.ts';
import { insist, makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';
import { openListener, type Listener } from './listener.ts';

let site: ContractSite;
let cast: Cast;
let integration: Integration;
let listener: Listener;
let token: string;

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
  integration = await openIntegration();
  listener = await openListener(site, cast.dave.token);
  const wanted = {
    team_id: cast.team.id,
    trigger: 'try',
    method: 'P',
    url: `${integration.url}/slash?fixed=1`,
  };
  token = String(
    (await insist(site, 'POST', '/commands', { token: site.adminToken, body: wanted }))['token'],
  );
}, 30_000);

beforeEach(() => integration.answer(jsonAnswer({})));

afterAll(async () => {
  listener.close();
  await integration.close();
  await site.close();
});

const type = (command: string, more: object = {}) =>
  callApi(site.url, 'POST', '/api/v4/commands/execute', {
    token: cast.dave.token,
    body: { channel_id: cast.open1.id, team_id: cast.team.id, command, ...more },
  });

const typeAndReceive = async (command: string, more: object = {}) => {
  await type(command, more);
  const request = await integration.next();
  return { request, fields: Object.fromEntries(new URLSearchParams(request.body)) };
};

describe('the request for a typed command', () => {
  it('is a form with these fields and headers', async () => {
    const { request, fields } = await typeAndReceive('/try buy milk');
    expect([request.method, request.url]).toEqual(['POST', '/slash?fixed=1']);
    expect(request.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Token ${token}`,
      'user-agent': 'Mattermost-Bot/1.1',
    });
    expect(fields).toEqual({
      channel_id: cast.open1.id,
      channel_name: cast.open1.name,
      command: '/try',
      response_url: expect.stringMatching(/^http.*\/hooks\/commands\/[a-z0-9]{26}$/),
      root_id: '',
      team_domain: cast.team.name,
      team_id: cast.team.id,
      text: 'buy milk',
      token,
      trigger_id: expect.stringMatching(/^[\w+/=-]{100,}$/),
      user_id: cast.dave.id,
      user_name: cast.dave.name,
    });
  });

  it('proves who typed it, by a signature whose key everybody may read', async () => {
    const { fields } = await typeAndReceive('/try x');
    const config = await callApi(site.url, 'GET', '/api/v4/config/client?format=old', {});
    const [id, person, at, signature = ''] = Buffer.from(String(fields['trigger_id']), 'base64')
      .toString()
      .split(':');
    const key = Buffer.from(
      (config.body as Record<string, string>)['AsymmetricSigningPublicKey'] ?? '',
      'base64',
    );
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    const signed = Buffer.from(`${id}:${person}:${at}:`);
    expect(person).toBe(cast.dave.id);
    expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('carries no session of the person', async () => {
    const { request } = await typeAndReceive('/try x');
    expect(request.headers.cookie).toBeUndefined();
    expect(JSON.stringify(request)).not.toContain(cast.dave.token);
  });

  it.each([
    ['capitals in the trigger', '/TRY Add Me', 'Add Me'],
    ['blanks, lines and signs', '/try add   買う\n second line 🥛  ', 'add   買う\n second line 🥛  '],
    ['a line break after the trigger', '/try\nadd x', 'add x'],
    ['no text', '/try', ''],
  ])('hands over the text as typed: %s', async (_what, command, text) => {
    expect((await typeAndReceive(command)).fields).toMatchObject({ command: '/try', text });
  });

  it('names the people and channels in the text', async () => {
    const { fields } = await typeAndReceive(
      `/try ask @${cast.erin.name} @nobody-here in ~${cast.open2.name}`,
    );
    expect(fields).toMatchObject({
      user_mentions: cast.erin.name,
      user_mentions_ids: cast.erin.id,
      channel_mentions: cast.open2.name,
      channel_mentions_ids: cast.open2.id,
    });
  });

  it('names the thread it was typed in', async () => {
    const root = await insist(site, 'POST', '/posts', {
      token: cast.dave.token,
      body: { channel_id: cast.open1.id, message: 'root' },
    });
    expect((await typeAndReceive('/try x', { root_id: root.id })).fields['root_id']).toBe(root.id);
  });
});

describe('an answer to a command', () => {
  it.each<[string, GivenAnswer, number, string | undefined]>([
    ['plain text', { body: 'plain *text*' }, 200, undefined],
    ['nothing at all', { body: '' }, 200, undefined],
    ['nothing, said to be JSON', { ...jsonAnswer({}), body: '' }, 500, 'failed'],
    ['broken JSON', { ...jsonAnswer({}), body: '{"text":' }, 500, 'failed'],
    ['201', { ...jsonAnswer({ text: 'x' }), status: 201 }, 500, 'failed_resp'],
    ['204', { status: 204 }, 500, 'failed_resp'],
    ['500', { status: 500, body: 'it broke' }, 500, 'failed_resp'],
    ['429', { status: 429, headers: { 'Retry-After': '1' } }, 500, 'failed_resp'],
  ])('%s', async (_what, given, status, failure) => {
    integration.answer(given);
    const answer = await type('/try x');
    const id = failure === undefined ? undefined : `api.command.execute_command.${failure}.app_error`;
    expect([answer.status, (answer.body as { id?: string }).id]).toEqual([status, id]);
  });

  it('is shown to the person alone by default', async () => {
    integration.answer(jsonAnswer({ text: 'only for you' }));
    await type('/try x');
    const post = await listener.nextPost('ephemeral_message', 'only for you');
    expect(post).toMatchObject({
      type: 'system_ephemeral',
      user_id: cast.dave.id,
      channel_id: cast.open1.id,
    });
  });

  it('is posted in the name of the person when it says in_channel', async () => {
    integration.answer(
      jsonAnswer({ response_type: 'in_channel', text: 'for <!channel> <http://localhost/x|all>' }),
    );
    await type('/try x');
    const post = await listener.nextPost('posted', 'for @channel [all](http://localhost/x)');
    expect(post).toMatchObject({ type: '', user_id: cast.dave.id, props: { from_webhook: 'true' } });
  });

  it('may come later, five times, by the address in the request', async () => {
    const { fields } = await typeAndReceive('/try x');
    const path = new URL(fields['response_url'] ?? '').pathname;
    const late = (text: string) => callApi(site.url, 'POST', path, { body: { text } });
    const statuses: number[] = [];
    for (let use = 1; use <= 6; use += 1) statuses.push((await late(`late ${use}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
    expect(await listener.nextPost('ephemeral_message', 'late 5')).toMatchObject({ user_id: cast.dave.id });
  });
});

describe('a command that is not run', () => {
  it.each([
    ['one that nobody knows', '/no-such-thing x', {}, 404, 'api.command.execute_command.not_found.app_error'],
    ['one without a slash', 'try x', {}, 400, 'api.command.execute_command.start.app_error'],
    ['in a channel of others', '/try x', { channel_id: 'open2' }, 403, 'api.context.permissions.app_error'],
    [
      'in a direct channel without a team',
      '/try x',
      { channel_id: 'direct', team_id: '' },
      403,
      'api.context.permissions.app_error',
    ],
  ])('%s', async (_what, command, more: { channel_id?: string }, status, id) => {
    const before = integration.received.length;
    const channels: Record<string, string> = { open2: cast.open2.id, direct: cast.directId };
    const answer = await type(command, {
      ...more,
      ...(more.channel_id === undefined ? {} : { channel_id: channels[more.channel_id] }),
    });
    expect([answer.status, (answer.body as { id: string }).id]).toEqual([status, id]);
    expect(integration.received.length).toBe(before);
  });

  it('is one whose integration is not there', async () => {
    const url = 'http://127.0.0.1:9/closed';
    const wanted = { team_id: cast.team.id, trigger: 'closed', method: 'P', url };
    await insist(site, 'POST', '/commands', { token: site.adminToken, body: wanted });
    const answer = await type('/closed x');
    expect([answer.status, (answer.body as { id: string }).id]).toEqual([
      500,
      'api.command.execute_command.failed.app_error',
    ]);
  });
});
