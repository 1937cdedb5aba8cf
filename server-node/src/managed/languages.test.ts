import { afterEach, expect, it } from '@jest/globals';
import type { Post } from 'mattermost-plugin-host';
import { WEBHOOK_TOKENS } from '../testing/open-backend.ts';
import { until } from '../store/testing/until.ts';
import { channelId, postId, userId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';
import { directChannelOf, type Site } from './testing/played-api.ts';

let backend: ManagedBackend;
afterEach(() => backend.close());

async function open(settings: Record<string, unknown> = {}, site: Site = {}): Promise<void> {
  backend = await openManagedBackend(settings, site);
  backend.people.add('ann', { channels: ['town'] });
  backend.people.add('yui', { channels: ['town'], locale: 'ja' });
}

async function typed(name: string, Command: string): Promise<string | undefined> {
  const command = { UserId: userId(name), ChannelId: channelId('town'), RootId: '', Command, TriggerId: '' };
  await backend.mattermost.hook('ExecuteCommand', { RequestId: 'r' }, command);
  return backend.played.shown.at(-1)?.post.Message;
}

/** What the bot posts next. */
async function posted(): Promise<string | undefined> {
  const { posts } = backend.played;
  const before = posts.length;
  await until(() => posts.length > before);
  return posts[before]?.Message;
}

async function webhook(post: string): Promise<string | undefined> {
  backend.people.post(post, 'town', 'yui', 'todo milk');
  const next = posted();
  await fetch(`${backend.url}/plugins/todo-node/webhook/todo`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ token: WEBHOOK_TOKENS[0] ?? '', channel_id: channelId('town'), user_id: userId('yui') },
      ...{ post_id: postId(post), text: 'todo milk', trigger_word: 'todo' },
    }),
  });
  return next;
}

const asked = () => backend.mattermost.apiCalls.filter(({ method }) => method === 'GetUser').length;

it('a command is answered in the language of the person, who is looked up once', async () => {
  await open();
  expect(await typed('yui', '/todo 牛乳を買う')).toBe('追加しました：**1** 牛乳を買う');
  expect(await typed('yui', '/todo done 1')).toBe('完了しました：**1** 牛乳を買う');
  expect(asked()).toBe(1);
  expect(await typed('ann', '/todo Buy milk')).toBe('Added: **1** Buy milk');
});

it('a message to the bot is answered in the language of the person', async () => {
  await open();
  const next = posted();
  const post: Partial<Post> = {
    Id: postId('first'),
    ChannelId: directChannelOf('yui'),
    UserId: userId('yui'),
  };
  const written = { ...post, Message: 'list', CreateAt: Date.now() } as Post;
  await backend.mattermost.hook('MessageHasBeenPosted', {}, written);
  expect(await next).toMatch(/^未完了の ToDo はありません/);
});

it('an answer for all is in the default language of the site, until the settings name another one', async () => {
  await open({}, { locale: 'zh-CN' });
  expect(await webhook('first')).toBe('已添加：**1** milk');
  Object.assign(backend.played.settings, { language: 'ja' });
  await backend.mattermost.hook('OnConfigurationChange');
  expect(await webhook('second')).toBe('追加しました：**2** milk');
});

it('the completion of the command is in the default language of the site, until the settings name another one', async () => {
  const completions = () =>
    backend.mattermost.apiCalls
      .filter(({ method }) => method === 'RegisterCommand')
      .map(({ args }) => JSON.stringify(args));
  await open({}, { locale: 'zh-CN' });
  expect(completions().at(-1)).toMatch(/"HelpText":"打开侧边栏"/);
  Object.assign(backend.played.settings, { language: 'ja' });
  await backend.mattermost.hook('OnConfigurationChange');
  expect(completions().at(-1)).toMatch(/"HelpText":"サイドバーを開きます"/);
});

it('a configuration that names no language is English', async () => {
  await open();
  expect(await webhook('first')).toBe('Added: **1** milk');
});

it('a Mattermost that cannot say who it is is no reason to fail', async () => {
  await open({ language: 'ja' });
  backend.people.goAway();
  expect(await typed('ann', '/todo Buy milk')).toBe('追加しました：**1** Buy milk');
});
