import { afterEach, describe, expect, it } from '@jest/globals';
import { refusal } from '../../plugin-host/test/host/api-server.ts';
import type { PushedEvent } from '../contract/api.ts';
import type { ChangeView, ListView } from '../contract/todo-view.ts';
import { call } from '../testing/call.ts';
import { WEBHOOK_TOKENS } from '../testing/open-backend.ts';
import { channelId, postId, userId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';
import { BOT } from './testing/played-api.ts';
import type { Site } from './testing/played-api.ts';

let backend: ManagedBackend | undefined;
afterEach(() => backend?.close());

async function open(settings: Record<string, unknown> = {}, site: Site = {}): Promise<ManagedBackend> {
  backend = await openManagedBackend(settings, site);
  backend.people.add('ann', { channels: ['town', 'private'] });
  backend.people.add('bob', { channels: ['town'] });
  backend.people.add('guest', { isGuest: true, channels: ['town'] });
  return backend;
}

/** Types a command as a person does, and gives what was shown to that person. */
async function type({ mattermost, played }: ManagedBackend, name: string, Command: string) {
  const typed = { UserId: userId(name), ChannelId: channelId('town'), RootId: '', Command, TriggerId: '' };
  const { A } = await mattermost.hook('ExecuteCommand', { RequestId: 'r' }, typed);
  return { answer: A as Record<string, unknown>, shown: played.shown.at(-1) };
}

const textsOf = async (one: ManagedBackend, name: string, list: string) =>
  (await call<ListView>(one, name, 'GET', `/lists/${list}`)).body.todos.map(({ text }) => text);
const until = async <T>(look: () => T | undefined | false): Promise<T> => {
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** What Mattermost asks for while somebody types, and what it makes of the answer. */
async function suggested({ mattermost }: ManagedBackend, parsed: string, typed: string): Promise<unknown> {
  const asked = new URLSearchParams({ user_input: parsed + typed, parsed });
  const fetched = await mattermost.internalRequest(
    { Method: 'GET', URL: `/suggestions/open?${asked.toString()}` },
    new Uint8Array(),
    userId('ann'),
  );
  const items = JSON.parse(String(fetched.lastWrite)) as { Item: string }[];
  return items.filter(({ Item }) => Item.toLowerCase().startsWith(typed.toLowerCase()));
}

describe('a command typed where Mattermost runs the backend', () => {
  it('works on the list of the person, who alone sees the answer of the bot', async () => {
    const one = await open();
    const { answer, shown } = await type(one, 'ann', '/todo add Buy milk');
    expect(answer['Text'] ?? '').toBe('');
    expect(shown).toMatchObject({
      userId: userId('ann'),
      post: { UserId: BOT, ChannelId: channelId('town'), Message: 'Added: **1** Buy milk' },
    });
    expect(await textsOf(one, 'ann', 'me')).toEqual(['Buy milk']);
    expect(await textsOf(one, 'bob', 'me')).toEqual([]);
    const here = await type(one, 'ann', '/todo here Buy bread');
    expect(here.shown).toMatchObject({ post: { Message: expect.stringContaining('Buy bread') } });
    expect(await textsOf(one, 'bob', channelId('town'))).toEqual(['Buy bread']);
    expect(await textsOf(one, 'ann', 'me')).toEqual(['Buy milk']);
  });

  it('has all its white space and line breaks', async () => {
    const one = await open();
    await type(one, 'ann', '/todo　add one\n  two');
    await type(one, 'ann', '/TODO\nthree');
    expect(await textsOf(one, 'ann', 'me')).toEqual(['one\n  two', 'three']);
  });

  it('is refused in words, privately', async () => {
    const { shown } = await type(await open(), 'ann', '/todo done 7');
    expect(shown?.post.Message).toContain('7');
  });

  it('mentions nobody', async () => {
    const { shown } = await type(await open(), 'ann', '/todo add @all');
    expect(shown?.post.Message).not.toMatch(/@all/);
  });

  it('is answered by the command itself when the bot cannot', async () => {
    const one = await open();
    one.mattermost.answers = {
      ...one.mattermost.answers,
      SendEphemeralPost: () => {
        throw new Error('away');
      },
    };
    const { answer } = await type(one, 'ann', '/todo add Buy milk');
    expect(answer).toMatchObject({
      ResponseType: 'ephemeral',
      Text: 'Added: **1** Buy milk',
      SkipSlackParsing: true,
    });
  });

  it('is offered with every verb, to everybody, and with one’s own to-dos', async () => {
    const one = await open();
    const registered = one.mattermost.apiCalls.find(({ method }) => method === 'RegisterCommand');
    const text = JSON.stringify(registered?.args);
    for (const verb of [
      'add',
      'list',
      'done',
      'reopen',
      'edit',
      'delete',
      'undo',
      'open',
      'help',
      'explain',
    ]) {
      expect(text).toContain(`"Trigger":"${verb}"`);
    }
    expect(text).not.toContain('"RoleID":""');
    await type(one, 'ann', '/todo add Buy milk');
    expect(await suggested(one, 'todo done ', '')).toEqual([{ Item: '1', Hint: '', HelpText: 'Buy milk' }]);
    expect(await suggested(one, 'todo done ', '1')).toEqual([]);
  });

  it('is completed by to-dos without signs of Markdown', async () => {
    const one = await open();
    await type(
      one,
      'ann',
      '/todo add **Call** `bob` about [the plan](https://plan.example) for snake_case_names',
    );
    const HelpText = 'Call bob about the plan for snake_case_names';
    expect(await suggested(one, 'todo done ', '')).toEqual([{ Item: '1', Hint: '', HelpText }]);
  });

  it('is completed from the beginning of a long text alone, since taking Markdown out of all of it could take long', async () => {
    const one = await open();
    await type(one, 'ann', `/todo add **${'long '.repeat(200)}end**`);
    const [suggestion] = (await suggested(one, 'todo done ', '')) as { HelpText: string }[];
    expect(suggestion?.HelpText).toMatch(/^\*\*long long .*…$/);
  });

  it.each([
    ['done', 'MIL', [{ Item: 'milk and honey', Hint: '', HelpText: '2: Buy milk and honey' }]],
    ['done', 'milk and', [{ Item: 'milk and honey', Hint: '', HelpText: '2: Buy milk and honey' }]],
    ['done', 'ilk and', []],
    ['edit', 'mil', [{ Item: 'milk', Hint: '', HelpText: '2: Buy milk and honey' }]],
    ['done', 'walnuts', []],
  ])(
    'offers for `%s %s` what has a word that begins so, as Mattermost shows it: from there on',
    async (verb, typed, offered) => {
      const one = await open();
      for (const text of ['Call Bob', 'Buy milk and honey']) await type(one, 'ann', `/todo add ${text}`);
      expect(await suggested(one, `todo ${verb} `, typed)).toEqual(offered);
      if (offered[0] !== undefined) {
        await type(one, 'ann', `/todo ${verb} ${offered[0].Item}${verb === 'edit' ? ' Buy oat milk' : ''}`);
        expect(await textsOf(one, 'ann', 'me')).toEqual(
          verb === 'edit' ? ['Call Bob', 'Buy oat milk'] : ['Call Bob'],
        );
      }
    },
  );
});

describe('who calls, where Mattermost says it', () => {
  it('is nobody for a request of another plugin, whatever it says', async () => {
    const one = await open();
    const Header = { 'Mattermost-Plugin-Id': ['other'] };
    const answer = await one.mattermost.internalRequest(
      { Method: 'GET', URL: '/api/v1/lists/me', Header },
      new Uint8Array(),
      userId('ann'),
    );
    expect(answer.status).toBe(401);
  });
});

describe('an outgoing webhook below the plugin’s address', () => {
  const send = (one: ManagedBackend, token: string) =>
    fetch(`${one.url}/plugins/todo-node/webhook/todo`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ token, channel_id: channelId('town'), user_id: userId('ann'), post_id: postId('first') },
        ...{ text: 'todo Water the plants', trigger_word: 'todo' },
      }),
    });

  it('works on the channel’s list and is answered in the thread, once, even if the first try fails', async () => {
    const one = await open();
    one.people.post('first', 'town', 'ann', 'todo Water the plants');
    expect((await send(one, WEBHOOK_TOKENS[0] ?? '')).status).toBe(200);
    const post = await until(() => one.played.posts[0]);
    expect(post).toMatchObject({ UserId: BOT, ChannelId: channelId('town'), RootId: postId('first') });
    expect((await send(one, WEBHOOK_TOKENS[0] ?? '')).status).toBe(200);
    expect(await textsOf(one, 'bob', channelId('town'))).toEqual(['Water the plants']);
    expect(one.played.posts).toHaveLength(1);
  });

  it('is refused with another token, and changes nothing', async () => {
    const one = await open();
    expect((await send(one, 'another')).status).toBe(401);
    expect(await textsOf(one, 'bob', channelId('town'))).toEqual([]);
  });
});

describe('a change is told to browsers by Mattermost’s WebSocket', () => {
  const published = (one: ManagedBackend) =>
    one.mattermost.apiCalls
      .filter(({ method }) => method === 'PublishWebSocketEvent')
      .map(({ args: [event, payload, broadcast] }) => ({
        event,
        body: JSON.parse((payload as PushedEvent).json) as Record<string, unknown>,
        broadcast: broadcast as Record<string, unknown>,
      }));
  const add = (one: ManagedBackend, list: string, body: object) =>
    call<ChangeView>(one, 'ann', 'POST', `/lists/${list}/todos`, body);
  const first = (one: ManagedBackend) => until(() => published(one)[0]);

  it.each([
    ['a person’s list: that person', 'me', { UserId: userId('ann'), ChannelId: '' }],
    ['a channel’s list: its members', channelId('town'), { UserId: '', ChannelId: channelId('town') }],
  ])('%s', async (_whom, list, broadcast) => {
    const one = await open();
    const { body } = await add(one, list, { text: 'x' });
    expect(await first(one)).toMatchObject({ event: 'change', body, broadcast });
  });

  it('the shared list: those who read it, and no guest', async () => {
    const one = await open();
    await call(one, 'bob', 'GET', '/lists/shared');
    await call(one, 'guest', 'GET', '/lists/shared');
    await add(one, 'shared', { text: 'x' });
    await until(() => published(one).length >= 2);
    const told = published(one).map(({ broadcast }) => broadcast['UserId']);
    expect(new Set(told)).toEqual(new Set([userId('ann'), userId('bob')]));
  });

  it('members fetch a change that not all of them may see the same of', async () => {
    const one = await open();
    one.people.post('annspost', 'private');
    await add(one, channelId('town'), { text: 'x', sourcePostId: postId('annspost') });
    expect(await first(one)).toEqual({
      event: 'program',
      body: { listId: `channel:${channelId('town')}` },
      broadcast: expect.objectContaining({ ChannelId: channelId('town') }),
    });
  });

  it('also in a cluster, where a node tells of what it did itself', async () => {
    const one = await open({}, { isCluster: true });
    const { body } = await add(one, 'me', { text: 'ours' });
    expect(await first(one)).toMatchObject({ body, broadcast: { UserId: userId('ann') } });
  });

  it('never to everybody', async () => {
    const one = await open();
    for (const list of ['me', channelId('town'), 'shared']) await add(one, list, { text: 'x' });
    await until(() => published(one).length >= 3);
    for (const { broadcast } of published(one)) {
      expect(`${String(broadcast['UserId'])}${String(broadcast['ChannelId'])}`).toMatch(/^[a-z0-9]{26}$/);
    }
  });
});

describe('settings of the System Console', () => {
  const change = async (one: ManagedBackend, settings: Record<string, unknown>) => {
    Object.assign(one.played.settings, settings);
    await one.mattermost.hook('OnConfigurationChange');
  };
  const webhookList = async (one: ManagedBackend) =>
    (await call(one, 'ann', 'GET', '/me')).body['webhookList'];

  it('are taken over without a restart', async () => {
    const one = await open();
    await type(one, 'ann', '/todo add Buy milk');
    await change(one, { webhooklist: 'person' });
    expect(await webhookList(one)).toBe('person');
    expect(await textsOf(one, 'ann', 'me')).toEqual(['Buy milk']);
  });

  it('that are wrong change nothing, and the log says why', async () => {
    const one = await open();
    await change(one, { webhooklist: 'person', database: 'http://hunter22' });
    expect(await webhookList(one)).toBe('channel');
    const said = one.logged.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(said).toEqual([expect.stringMatching(/not taken over: Database: Expected/)]);
    expect(JSON.stringify(one.logged)).not.toContain('hunter22');
  });
});

describe('an activation that cannot succeed', () => {
  it('says what is wrong with the settings', async () => {
    await expect(openManagedBackend({ webhooklist: 'all' })).rejects.toThrow(/WebhookList: Expected/);
  });

  it('says what to do when a person has the name of the bot', async () => {
    const one = await open();
    await one.mattermost.hook('OnDeactivate');
    one.mattermost.answers = {
      ...one.mattermost.answers,
      EnsureBotUser: () => {
        throw refusal(0, '', 'username is taken');
      },
    };
    await expect(one.mattermost.activate()).rejects.toThrow(/@todo.*rename that account/);
  });
});
