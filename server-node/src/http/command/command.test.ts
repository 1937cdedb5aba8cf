import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ListView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { COMMAND_TOKENS, openBackend, WEBHOOK_TOKENS, type Backend } from '../../testing/open-backend.ts';
import { userId } from '../../testing/people.ts';

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
  const answer = await fetch(`${backend.url}${PATH}`, { method: 'POST', body, headers });
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, type: answer.headers.get('Content-Type'), json };
}

describe('a custom slash command', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann');
  });
  afterAll(() => backend.close());

  const texts = async () =>
    (await call<ListView>(backend, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);

  it("works on the person's own list and answers that person only", async () => {
    const { status, type, json } = await post(backend, fields());
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/json/);
    expect(json).toMatchObject({ response_type: 'ephemeral', skip_slack_parsing: true });
    expect(String(json['text'])).toContain('buy milk');
    expect(await texts()).toEqual(['buy milk']);
  });

  it('may come as GET, or with its token in the header only', async () => {
    const answer = await fetch(`${backend.url}${PATH}?${fields({ text: 'by get' }).toString()}`);
    expect(answer.status).toBe(200);
    const headerOnly = fields({ text: 'by header' });
    headerOnly.delete('token');
    await post(backend, headerOnly, { Authorization: `Token ${COMMAND_TOKENS[0]}` });
    expect(await texts()).toEqual(['buy milk', 'by get', 'by header']);
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

  it('with a wrong token is refused, does nothing and shows the token nowhere', async () => {
    const before = await texts();
    for (const token of ['commandtoken0000000000000b', WEBHOOK_TOKENS[0] ?? '', '']) {
      expect((await post(backend, fields({ token }))).status).toBe(401);
      expect((await fetch(`${backend.url}${PATH}?${fields({ token }).toString()}`)).status).toBe(401);
    }
    expect(await texts()).toEqual(before);
    expect(backend.log.join('')).not.toMatch(/commandtoken|webhooktoken/);
  });

  it('that names another person than the one who typed it is refused and does nothing', async () => {
    const strict = await openBackend({
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
