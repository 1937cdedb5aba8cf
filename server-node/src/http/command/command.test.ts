import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TodosView } from '../../contract/api.ts';
import type { ListView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { COMMAND_TOKENS, openBackend, WEBHOOK_TOKENS, type Backend } from '../../testing/open-backend.ts';
import { postWith, press } from '../../testing/press-below.ts';
import { channelId, userId } from '../../testing/people.ts';

const PATH = '/plugins/todo-node/command';
const HOOK = 'fakehookxxxxxxxxxxxxxxx001';

/** As Mattermost 11.2.1 sends it. */
const fields = (more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    channel_id: '883xden9pprj5medo78fofzigo',
    channel_name: 'open1',
    command: '/todo',
    response_url: `http://127.0.0.1:8065/hooks/commands/${HOOK}`,
    root_id: '',
    team_domain: 'rec',
    team_id: 'mx1s66cbwtg4bmxhiq35nh4u3y',
    text: 'add buy milk',
    token: COMMAND_TOKENS[0] ?? '',
    user_id: userId('ann'),
    user_name: 'ann',
    ...more,
  });

async function post(backend: Backend, body: URLSearchParams, headers: Record<string, string> = {}) {
  return postTo(backend.integrationsUrl, body, headers);
}

async function postTo(url: string, body: URLSearchParams, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}${PATH}`, { method: 'POST', body, headers });
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, type: answer.headers.get('Content-Type'), json };
}

const APART = { settings: { integrationsApart: true } };

/** As Mattermost makes them, once for each command; who signed is played. */
function triggerId(command: string, { signature = 'any', encoding = 'base64' as BufferEncoding } = {}) {
  const id = Buffer.from(command).toString('hex').slice(0, 26).padEnd(26, '0');
  const signed = `${id}:${userId('ann')}:1764000000000:`;
  return Buffer.from(signed + Buffer.from(signature).toString('base64')).toString(encoding);
}

describe('a custom slash command', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(APART);
    backend.people.add('ann');
  });
  afterAll(() => backend.close());

  const texts = async () =>
    (await call<ListView>(backend, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);

  it('works with `here` on the list of the channel in which it was typed', async () => {
    const channel_id = channelId('bakery');
    backend.people.add('ben', { channels: ['bakery'] });
    const trigger_id = triggerId('here');
    const { json } = await post(backend, fields({ text: 'here Buy bread', channel_id, trigger_id }));
    expect(json['text']).toContain('Buy bread');
    expect(json['text']).toContain('list of this channel');
    const { body } = await call<ListView>(backend, 'ben', 'GET', `/lists/${channel_id}`);
    expect(body.todos.map(({ text, creatorId }) => [text, creatorId])).toEqual([
      ['Buy bread', userId('ann')],
    ]);
    expect(await texts()).toEqual([]);
  });

  it('undoes nothing elsewhere, and says how a change in this channel is undone', async () => {
    const channel_id = channelId('bakery');
    backend.people.add('eve', { channels: ['bakery'] });
    const say = async (text: string, more: Record<string, string> = {}) => {
      const typed = fields({
        text,
        channel_id,
        user_id: userId('eve'),
        trigger_id: triggerId(text),
        ...more,
      });
      return String((await post(backend, typed)).json['text']);
    };
    expect(await say('undo', { trigger_id: triggerId('0') })).not.toContain('here');
    await say('here Buy butter');
    expect(await say('undo', { channel_id: channelId('square') })).not.toContain('here');
    expect(await say('undo', { trigger_id: triggerId('1') })).toMatch(/`\/todo here undo` takes back/);
    expect(await say('here undo')).toMatch(/^Adding undone: .*Buy butter/);
    expect(await say('undo', { trigger_id: triggerId('2') })).not.toContain('here');
  });

  it("works on the person's own list and answers that person only", async () => {
    const { status, type, json } = await post(backend, fields());
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/json/);
    expect(json).toMatchObject({ response_type: 'ephemeral', skip_slack_parsing: true });
    expect(String(json['text'])).toContain('buy milk');
    expect(await texts()).toEqual(['buy milk']);
  });

  it('may have its token in the header only', async () => {
    const headerOnly = fields({ text: 'by header' });
    headerOnly.delete('token');
    await post(backend, headerOnly, { Authorization: `Token ${COMMAND_TOKENS[0]}` });
    expect(await texts()).toEqual(['buy milk', 'by header']);
  });

  it('by GET is refused, as its token would be in the logs of proxies, and does nothing', async () => {
    const before = await texts();
    for (const token of [COMMAND_TOKENS[0] ?? '', 'wrong']) {
      const query = fields({ text: 'by get', token }).toString();
      const answer = await fetch(`${backend.integrationsUrl}${PATH}?${query}`);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
      expect(await answer.json()).toMatchObject({ code: 'post_only' });
    }
    expect(await texts()).toEqual(before);
  });

  it("is not taken at the site's address, nor is a webhook, whatever token comes", async () => {
    const before = await texts();
    for (const path of [PATH, '/webhook/todo', '/plugins/todo-node/webhook/todo']) {
      for (const token of [COMMAND_TOKENS[0], WEBHOOK_TOKENS[0], 'wrong']) {
        const body = fields({ token: token ?? '' });
        expect((await fetch(`${backend.url}${path}`, { method: 'POST', body })).status).toBe(404);
      }
    }
    expect(await texts()).toEqual(before);
  });

  it('is all that its address has, besides webhooks', async () => {
    for (const path of [
      '/plugins/todo-node/api/v1/me',
      '/readyz',
      '/plugins/todo-node/api/v1/openapi.json',
    ]) {
      expect((await fetch(`${backend.integrationsUrl}${path}`)).status).toBe(404);
    }
    expect((await fetch(`${backend.integrationsUrl}/healthz`)).status).toBe(200);
  });

  it('of another name is refused, though its maker gave it our token', async () => {
    const before = await texts();
    const { status, json } = await post(backend, fields({ command: '/lunch' }));
    expect([status, json['code']]).toEqual([403, 'forbidden']);
    expect(await texts()).toEqual(before);
  });

  it('is offered commands as they are typed after it', async () => {
    const { json } = await post(backend, fields({ text: 'done wash' }));
    expect(json['text']).toMatch(/`\/todo add done wash`/);
  });

  it('mentions nobody', async () => {
    const { json } = await post(backend, fields({ text: 'add hello @all and <!here>' }));
    expect(String(json['text'])).not.toMatch(/@all|<!here>/);
  });

  it('sent again by a proxy acts once', async () => {
    const body = () => fields({ text: 'add one time', trigger_id: 'c2lnbmVkOmJ5Om1hdHRlcm1vc3Q=' });
    await post(backend, body());
    await post(backend, body());
    expect((await texts()).filter((text) => text === 'one time')).toHaveLength(1);
  });

  it('counts once, however its base64 is written', async () => {
    const id = triggerId('signed once');
    const written = [id, triggerId('signed once', { encoding: 'base64url' }), ` ${id}=\n`];
    for (const trigger_id of written) await post(backend, fields({ text: 'add signed once', trigger_id }));
    // The signature is not signed: with ECDSA anybody can make a second one from the first.
    const second = triggerId('signed once', { signature: 'another' });
    await post(backend, fields({ text: 'add signed once', trigger_id: second }));
    expect((await texts()).filter((text) => text === 'signed once')).toHaveLength(1);
  });

  it('with a wrong token is refused, does nothing and shows the token nowhere', async () => {
    const before = await texts();
    for (const token of ['commandtoken0000000000000b', WEBHOOK_TOKENS[0] ?? '', '']) {
      expect((await post(backend, fields({ token }))).status).toBe(401);
    }
    expect(await texts()).toEqual(before);
    expect(backend.log.join('')).not.toMatch(/commandtoken|webhooktoken/);
  });

  it('that names another person than the one who typed it is refused and does nothing', async () => {
    const strict = await openBackend({
      ...APART,
      isTypedBy: async (triggerId, typist) => triggerId === 'signed for ann' && typist === userId('ann'),
    });
    for (const name of ['ann', 'ben']) strict.people.add(name);
    const body = (who: string, trigger_id: string) => fields({ user_id: userId(who), trigger_id });
    for (const forged of [body('ben', 'signed for ann'), body('ann', ''), body('ann', 'made up')]) {
      expect(await post(strict, forged)).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    }
    expect((await call<ListView>(strict, 'ben', 'GET', '/lists/me')).body.todos).toEqual([]);
    expect((await post(strict, body('ann', 'signed for ann'))).status).toBe(200);
    expect((await call<ListView>(strict, 'ann', 'GET', '/lists/me')).body.todos).toHaveLength(1);
    expect(strict.log.join('')).not.toMatch(/signed for ann|made up/);
    await strict.close();
  });
});

describe("a custom slash command at the site's address, which may come from anybody", () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann');
  });
  afterAll(() => backend.close());
  const direct = { kind: 'direct', userId: userId('ann') };
  /** What waits for the answer of bob. */
  const asked = async () => (await call<TodosView>(backend, 'bob', 'GET', '/requests')).body.todos;

  it('reaches no list of a channel, since nothing proves that the person is there', async () => {
    const channel_id = channelId('secret');
    backend.people.add('cay', { channels: ['secret'] });
    const typed = { text: 'here Buy bread', channel_id };
    await postTo(backend.url, fields({ ...typed, trigger_id: triggerId('there') }));
    const byBot = { ...typed, user_id: userId('bot'), trigger_id: triggerId('bot') };
    expect(String((await postTo(backend.url, fields(byBot))).json['text'])).toContain('nothing was done');
    const { body } = await call<ListView>(backend, 'cay', 'GET', `/lists/${channel_id}`);
    expect(body.todos).toEqual([]);
    expect((await backend.replies()).map(({ text }) => text)).toEqual([
      expect.stringContaining('nothing was done'),
    ]);
  });

  it('is answered by the bot, to the person it names and nobody else', async () => {
    const add = await post(backend, fields({ text: 'add something private', trigger_id: 'one' }));
    const list = await post(backend, fields({ text: 'list', trigger_id: 'two' }));
    for (const { status, json } of [add, list]) {
      expect([status, json['response_type']]).toEqual([200, 'ephemeral']);
      expect(json['text']).toBe('The answer is in your direct messages, from the bot.');
    }
    const replies = await backend.replies();
    expect(replies.map(({ target }) => target)).toEqual([direct, direct]);
    for (const { text } of replies) expect(text).toContain('something private');
  });

  it.each([
    ['send @bob Review the plan', /^`send @bob Review the plan`: asks @.bob to do `Review the plan`\.$/u],
    ['takeback cake', /^`takeback cake`: takes .*Bring cake/],
  ])('reaches others only when the person has pressed: %s', async (text, explained) => {
    backend.people.add('bob');
    if (!text.startsWith('send'))
      await call(backend, 'ann', 'POST', '/lists/me/commands', { line: 'send @bob Bring cake' });
    await backend.replies();
    const before = await asked();
    await post(backend, fields({ text, trigger_id: triggerId(`forged ${text}`) }));
    const [reply] = await backend.replies();
    expect(reply?.target).toEqual(direct);
    expect(reply?.text.split('\n')).toEqual([expect.stringMatching(explained), 'Nothing was done.']);
    expect(await asked()).toEqual(before);
    const name = text.replaceAll(/[^a-z]/g, '');
    const [doIt] = await postWith(backend, name, reply?.choices ?? { offered: [] });
    await press(backend, 'bob', name, doIt);
    expect(await asked()).toEqual(before);
    await press(backend, 'ann', name, doIt);
    expect(await asked()).not.toEqual(before);
  });

  it.each(['list', 'add once more', 'nothing to see `'])('counts once: %s', async (text) => {
    const trigger_id = triggerId(text);
    for (const written of [trigger_id, ` ${trigger_id}=`]) {
      expect((await post(backend, fields({ text, trigger_id: written }))).status).toBe(200);
    }
    expect(await backend.replies()).toHaveLength(1);
  });

  it('of the bot itself is answered at once, as doctor reads it', async () => {
    const { json } = await post(backend, fields({ user_id: userId('bot'), text: 'help' }));
    expect(json['text']).toContain('explain');
    expect(await backend.replies()).toEqual([]);
  });

  it('that fails is explained by the bot, too', async () => {
    const broken = await openBackend({
      program: { run: () => Promise.reject(new Error('its insides')) },
    });
    const { json } = await post(broken, fields());
    expect(json['text']).toBe('The answer is in your direct messages, from the bot.');
    const [reply] = await broken.replies();
    expect(reply?.target).toEqual(direct);
    expect(reply?.text).toMatch(/^Something went wrong/);
    await broken.close();
  });
});
