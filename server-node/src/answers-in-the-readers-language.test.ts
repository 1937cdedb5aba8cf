import { afterEach, describe, expect, it } from '@jest/globals';
import type { Locale } from './program/texts/locale.ts';
import { mentionsIn } from './replies/mentions-in.fixture.ts';
import type { Reply } from './replies/reply.ts';
import { BACKENDS, type AnyBackend } from './testing/backends.ts';
import { call } from './testing/call.ts';
import {
  COMMAND_TOKENS,
  openBackend,
  WEBHOOK_TOKENS,
  type Backend,
  type BackendOptions,
} from './testing/open-backend.ts';
import { channelId, postId, userId } from './testing/people.ts';

const PEOPLE: Record<string, string> = { ann: 'en', wei: 'zh-CN', yui: 'ja', eva: 'de' };

let opened: AnyBackend | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function withPeople<B extends AnyBackend>(open: () => Promise<B>): Promise<B> {
  const backend = await open();
  opened = backend;
  for (const [name, locale] of Object.entries(PEOPLE)) {
    backend.people.add(name, { locale, channels: ['town'] });
  }
  return backend;
}

describe.each(BACKENDS)('with the backend as %s', (_host, open) => {
  it('a command of the sidebar is answered in the language of the one who sent it', async () => {
    const backend = await withPeople(open);
    const say = async (name: string, line: string) =>
      (await call(backend, name, 'POST', '/lists/me/commands', { line })).body['answer'];
    expect(await say('yui', '牛乳を買う')).toBe('追加しました：**1** 牛乳を買う');
    expect(await say('wei', '买牛奶')).toBe('已添加：**1** 买牛奶');
    expect(await say('ann', 'Buy milk')).toBe('Added: **1** Buy milk');
    expect(await say('eva', 'Milch')).toBe('Added: **1** Milch');
  });

  it('a refusal is told in the language of the one who is refused, with the same code', async () => {
    const backend = await withPeople(open);
    const refused = async (name: string) =>
      (await call(backend, name, 'POST', '/lists/me/todos', { text: '\u200b' })).body;
    expect(await refused('ann')).toMatchObject({
      code: 'text_empty',
      message: 'A to-do needs a text. Write what is to be done.',
    });
    expect(await refused('yui')).toMatchObject({
      code: 'text_empty',
      message: 'ToDo には内容が必要です。することを入力してください。',
    });
    const hidden = `/lists/${channelId('private')}`;
    expect((await call(backend, 'wei', 'GET', hidden)).body).toMatchObject({
      code: 'list_forbidden',
      message: '您无权查看此列表，或没有此列表。',
    });
  });
});

const open = (options?: BackendOptions) =>
  withPeople(() => openBackend({ ...options, settings: { integrationsApart: true, ...options?.settings } }));

async function typed({ integrationsUrl }: Backend, name: string, text: string): Promise<unknown> {
  const fields = {
    token: COMMAND_TOKENS[0] ?? '',
    user_id: userId(name),
    text,
    trigger_id: `${name}${text}`,
  };
  const answer = await fetch(`${integrationsUrl}/plugins/todo-node/command`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return ((await answer.json()) as Record<string, unknown>)['text'];
}

async function written(backend: Backend, name: string, text: string): Promise<Reply | undefined> {
  const fields = {
    ...{ token: WEBHOOK_TOKENS[0] ?? '', user_id: userId(name), post_id: postId(`post${name}`) },
    ...{ channel_id: channelId('town'), text: `todo ${text}`, trigger_word: 'todo' },
  };
  backend.people.post(`post${name}`, 'town', name, fields.text);
  const body = new URLSearchParams(fields);
  await fetch(`${backend.integrationsUrl}/webhook/todo`, { method: 'POST', body });
  return (await backend.replies()).at(-1);
}

describe('a slash command', () => {
  it('is answered in the language of the one who typed it', async () => {
    const backend = await open();
    expect(await typed(backend, 'yui', '牛乳を買う')).toBe('追加しました：**1** 牛乳を買う');
    expect(await typed(backend, 'wei', 'done 7')).toBe('此列表中没有待办 7。没有进行任何更改。');
    expect(await typed(backend, 'ann', 'list')).toMatch(/^Nothing to do/);
  });

  it('is answered in the default language for those whose own is not known', async () => {
    const backend = await open({ language: 'ja' });
    expect(await typed(backend, 'eva', 'list')).toMatch(/^未完了の ToDo はありません/);
    backend.people.goAway();
    expect(await typed(backend, 'ann', 'Milk')).toBe('追加しました：**1** Milk');
  });

  it('that fails is told so in the language of the one who typed it', async () => {
    const run = async () => Promise.reject(new Error('secret'));
    expect(await typed(await open({ program: { run } }), 'wei', 'x')).toMatch(/^待办后端出现问题。.*（.+）$/);
  });

  it('mentions nobody in any language', async () => {
    const backend = await open();
    for (const name of Object.keys(PEOPLE)) {
      expect(await typed(backend, name, 'add @all')).toMatch(/@\u2060all/);
      expect(mentionsIn(String(await typed(backend, name, 'list @here <!channel>')))).toEqual([]);
      expect(mentionsIn(String(await typed(backend, name, 'explain done @bob')))).toEqual([]);
    }
  });
});

describe('an outgoing webhook', () => {
  it.each<[BackendOptions, Locale, RegExp]>([
    [{}, 'en', /^Added/],
    [{ siteLocale: 'zh-CN' }, 'zh-CN', /^已添加/],
    [{ siteLocale: 'zh-CN', language: 'en' }, 'en', /^Added/],
    [{ language: 'ja' }, 'ja', /^追加しました/],
  ])('is answered in the thread in the default language: %j', async (options, _locale, text) => {
    const reply = await written(await open(options), 'yui', 'milk');
    expect(reply).toMatchObject({ target: { kind: 'thread' }, text: expect.stringMatching(text) });
  });

  it('that works on the own list is answered directly, in the language of the one who wrote', async () => {
    const backend = await open({ settings: { webhookList: 'person' } });
    expect(await written(backend, 'yui', 'milk')).toMatchObject({
      target: { kind: 'direct' },
      text: '追加しました：**1** milk',
    });
  });

  it('tells a guest in the default language that the shared list is closed', async () => {
    const backend = await open({ settings: { webhookList: 'shared' }, language: 'zh-CN' });
    backend.people.add('guest', { isGuest: true, locale: 'ja' });
    expect((await written(backend, 'guest', 'milk'))?.text).toBe('访客不能使用共享列表。');
  });
});
