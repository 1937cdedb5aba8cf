import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { Identify, RequestIdentity } from '../callers/ports.ts';
import type { Form, OpenForm } from '../replies/form.ts';
import type { EnterFor, PostingRightOf } from '../living-posts/ports.ts';
import {
  DeliveryError,
  type FindBotPost,
  type OutgoingReply,
  type PinPost,
  type ReplyPoster,
} from '../replies/ports.ts';
import type { Attachment, Pressable } from '../replies/pressable.ts';
import type { Reply, ReplyId, ReplyTarget } from '../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { ChangeId } from '../todos/todo.ts';
import { makeFakeDoor } from './fake/fake-door.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFakePluginApi } from './fake/fake-plugin-api.ts';
import { makeAccounts } from './plugin-api/accounts.ts';
import { createMattermostPluginApi } from './plugin-api/create-mattermost-plugin-api.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';

interface Door {
  identify: Identify;
  poster: ReplyPoster;
  findBotPost: FindBotPost;
  openForm: OpenForm;
  pinPost: PinPost;
  postingRightOf: PostingRightOf;
  enterFor?: EnterFor;
  close(): Promise<void>;
}

/** What the ways to Mattermost do not have in common. */
interface Kind {
  /** Requests prove by themselves who sends them; else Mattermost has checked it and names the person. */
  checksSessions: boolean;
  /** The bot posts in channels that it is not in. */
  postsAnywhere: boolean;
}

const AS_THE_BOT: Kind = { checksSessions: true, postsAnywhere: false };

const DOORS: [string, Kind, (site: FakeMattermost, bot: { id: UserId; token: string }) => Promise<Door>][] = [
  ['in memory', AS_THE_BOT, async (site, bot) => ({ ...makeFakeDoor(site, bot.id), close: async () => {} })],
  [
    'over REST',
    AS_THE_BOT,
    async (site, bot) => {
      const server = await startFakeRestServer(site);
      const rest = createMattermostRest({ url: server.url, botToken: bot.token, now: Date.now });
      return { ...rest, close: async () => (rest.close(), server.stop()) };
    },
  ],
  [
    'over the plugin API',
    { checksSessions: false, postsAnywhere: true },
    async (site, bot) => {
      const userOf = ({ headers }: RequestIdentity) =>
        site.sessions.get(String(headers['authorization']).slice('Bearer '.length))?.userId;
      const api = makeFakePluginApi(site);
      const accountOf = makeAccounts(api, Date.now);
      const options = { api, accountOf, userOf, botId: () => bot.id, siteUrl: '', now: Date.now };
      return { ...createMattermostPluginApi(options), close: async () => {} };
    },
  ],
];

describe.each(DOORS)('the door to Mattermost %s', (_name, kind, open) => {
  let site: FakeMattermost;
  let door: Door;
  let bot: { id: UserId; token: string };
  let alice: { id: UserId; token: string; csrf: string };

  beforeEach(async () => {
    site = makeFakeMattermost();
    bot = signedIn('todo', { is_bot: true });
    alice = signedIn('alice');
    door = await open(site, bot);
  });
  afterEach(() => door.close());

  function signedIn(username: string, facts = {}) {
    const { id } = site.addPerson(username, facts);
    return { id, ...site.signIn(id) };
  }

  const ifSessionsAreChecked = <Row>(rows: Row[]): Row[] => (kind.checksSessions ? rows : []);
  const bearer = (token: string, method = 'GET'): RequestIdentity => ({
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  const cookie = (session: { token: string; csrf: string }, method: string, sent?: string) => ({
    method,
    headers: { cookie: `MMAUTHTOKEN=${session.token}; MMCSRF=${session.csrf}`, 'x-csrf-token': sent },
  });
  const reply = (target: ReplyTarget, text = 'Added.', attempts = 0): Reply => ({
    id: 'reply-1' as ReplyId,
    orderKey: 'key',
    createdAt: Date.now(),
    attempts,
    target,
    text,
  });

  it.each<[string, () => RequestIdentity]>([
    ['a bearer token', () => bearer(alice.token, 'POST')],
    ...ifSessionsAreChecked<[string, () => RequestIdentity]>([
      ['the cookie, when reading', () => cookie(alice, 'GET')],
      ['the cookie and the CSRF token, when changing', () => cookie(alice, 'POST', alice.csrf)],
    ]),
  ])('knows who calls by %s', async (_by, request) => {
    expect(await door.identify(request())).toMatchObject({
      userId: alice.id,
      username: 'alice',
      isGuest: false,
    });
  });

  it('knows the language of who calls', async () => {
    const yui = signedIn('yui', { locale: 'ja' });
    expect(await door.identify(bearer(yui.token))).toMatchObject({ locale: 'ja' });
    expect(await door.identify(bearer(alice.token))).toMatchObject({ locale: 'en' });
  });

  it.each<[string, string, () => RequestIdentity]>([
    ['nothing at all', 'not_signed_in', () => ({ method: 'GET', headers: {} })],
    ['an unknown token', 'not_signed_in', () => bearer('a'.repeat(26))],
    ['a bot', 'forbidden', () => bearer(bot.token)],
    [
      'somebody deactivated',
      'not_signed_in',
      () => bearer(signedIn('gone', { delete_at: 1, roles: 'system_user' }).token),
    ],
    ...ifSessionsAreChecked<[string, string, () => RequestIdentity]>([
      [
        'only the name of somebody',
        'not_signed_in',
        () => ({ method: 'GET', headers: { 'mattermost-user-id': alice.id } }),
      ],
      [
        'somebody who owes a factor',
        'not_signed_in',
        () => bearer(signedIn('half', { owesFactor: true }).token),
      ],
      ['a change without CSRF token', 'csrf_failed', () => cookie(alice, 'DELETE')],
      [
        'a change with a pair of cookie and token that the session does not own',
        'csrf_failed',
        () => cookie({ ...alice, csrf: 'b'.repeat(26) }, 'POST', 'b'.repeat(26)),
      ],
      [
        'an invalid cookie beside a valid bearer',
        'not_signed_in',
        () => ({
          method: 'GET',
          headers: { cookie: `MMAUTHTOKEN=${'a'.repeat(26)}`, authorization: `Bearer ${alice.token}` },
        }),
      ],
    ]),
  ])('refuses %s: %s', async (_who, code, request) => {
    await expect(door.identify(request())).rejects.toMatchObject({ name: 'AppError', code });
  });

  it('marks guests', async () => {
    const guest = signedIn('gina', { roles: 'system_guest' });
    expect(await door.identify(bearer(guest.token))).toMatchObject({ isGuest: true });
  });

  it('lets people read what Mattermost lets them read', async () => {
    const guest = signedIn('gina', { roles: 'system_guest' });
    const open = site.addChannel('O').id;
    const hers = site.addChannel('P', [alice.id]).id;
    const others = site.addChannel('P', [guest.id]).id;
    const unknown = 'a'.repeat(26) as ChannelId;
    const states = async (token: string) => {
      const { access } = await door.identify(bearer(token));
      return Promise.all([open, hers, others, unknown].map((id) => access.stateOfChannel(id, 'recent')));
    };
    expect(await states(alice.token)).toEqual(['open', 'open', 'unreadable', 'unreadable']);
    expect(await states(guest.token)).toEqual(['unreadable', 'unreadable', 'open', 'unreadable']);
  });

  it('says which channels are archived to those who may read them', async () => {
    const guest = signedIn('gina', { roles: 'system_guest' });
    const hers = site.addChannel('P', [alice.id]);
    hers.delete_at = 1;
    const state = async (token: string) =>
      (await door.identify(bearer(token))).access.stateOfChannel(hers.id, 'now');
    expect(await state(alice.token)).toBe('archived');
    expect(await state(guest.token)).toBe('unreadable');
  });

  it('asks nobody about what is no id', async () => {
    const { access } = await door.identify(bearer(alice.token));
    expect(await access.stateOfChannel('../users/me' as ChannelId, 'recent')).toBe('unreadable');
    expect(await access.channelOfPost('../users/me' as PostId)).toBeUndefined();
  });

  it('finds the channel of a post for those who may read it', async () => {
    const mallory = signedIn('mallory');
    const channel = site.addChannel('P', [alice.id]).id;
    const { id } = site.createPost(alice.id, { channel_id: channel, message: 'secret' });
    const ask = async (token: string) => (await door.identify(bearer(token))).access.channelOfPost(id);
    expect(await ask(alice.token)).toBe(channel);
    expect(await ask(mallory.token)).toBeUndefined();
  });

  it.each([
    ['the message itself', false],
    ['the thread that the message is in', true],
  ])('answers in %s, entering a public channel first', async (_where, inThread) => {
    const channel = site.addChannel('O', [alice.id]).id;
    const root = site.createPost(alice.id, { channel_id: channel, message: 'todo a' });
    const inner = { channel_id: channel, root_id: root.id, message: 'todo b' };
    const trigger = inThread ? site.createPost(alice.id, inner) : root;
    const id = await door.poster.post(
      reply({ kind: 'thread', channelId: channel, triggerPostId: trigger.id }, 'Added **b** @all'),
    );
    expect(site.posts.find((post) => post.id === id)).toMatchObject({
      user_id: bot.id,
      channel_id: channel,
      root_id: root.id,
      message: 'Added **b** @\u2060all',
    });
  });

  it('answers a person in their direct channel, and once when asked again', async () => {
    const first = await door.poster.post(reply({ kind: 'direct', userId: alice.id }));
    const again = await door.poster.post(reply({ kind: 'direct', userId: alice.id }, 'Added.', 1));
    expect(again).toBe(first);
    const [post] = site.posts;
    expect(site.posts).toHaveLength(1);
    expect(site.channels.get(post?.channel_id as ChannelId)?.members).toEqual(new Set([bot.id, alice.id]));
  });

  it.each([
    ['the message was deleted', true, () => deletedTrigger()],
    ['the message is in another channel', true, () => triggerElsewhere()],
    ['there is no such person', true, () => ({ kind: 'direct', userId: 'a'.repeat(26) as UserId }) as const],
  ])('does not deliver when %s; for good: %s', async (_why, permanent, target) => {
    const failure = await door.poster.post(reply(target())).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryError);
    expect(failure).toMatchObject({ permanent });
    expect(site.posts.filter((post) => post.user_id === bot.id)).toEqual([]);
  });

  it('answers in a private channel that the bot is not in where no right is needed, else not until it is', async () => {
    const outcome = await door.poster.post(reply(hiddenTrigger())).catch((error: unknown) => error);
    const posts = site.posts.filter((post) => post.user_id === bot.id).map(({ id }) => id);
    if (!kind.postsAnywhere) expect(outcome).toMatchObject({ name: 'DeliveryError', permanent: false });
    expect(posts).toEqual(kind.postsAnywhere ? [outcome] : []);
  });

  describe('a reaction', () => {
    const react = (triggerPostId: PostId, channelId: ChannelId, attempts = 0) =>
      door.poster.post(
        reply({ kind: 'reaction', channelId, triggerPostId, emoji: 'white_check_mark' }, 'Added.', attempts),
      );
    const takeAway = (triggerPostId: PostId, channelId: ChannelId, emoji = 'white_check_mark') =>
      door.poster.post(
        reply({ kind: 'reaction', channelId, triggerPostId, emoji, isTakenAway: true }, emoji),
      );
    const message = (members: readonly UserId[]) => {
      const channel = site.addChannel('P', [alice.id, ...members]).id;
      return site.createPost(alice.id, { channel_id: channel, message: '@todo Buy bread' });
    };

    it('stands on the message, once however often it is tried, and is no post', async () => {
      const { id, channel_id } = message([bot.id]);
      expect(await react(id, channel_id)).toBeNull();
      expect(await react(id, channel_id, 1)).toBeNull();
      expect(site.reactions).toEqual([{ user_id: bot.id, post_id: id, emoji_name: 'white_check_mark' }]);
      expect(site.posts).toHaveLength(1);
    });

    it('is taken away alone, also when it is not there any more', async () => {
      const { id, channel_id } = message([bot.id]);
      const others = { user_id: alice.id, post_id: id, emoji_name: 'white_check_mark' };
      site.react(alice.id, others);
      await react(id, channel_id);
      for (const _try of [1, 2]) expect(await takeAway(id, channel_id)).toBeNull();
      expect(site.reactions).toEqual([others]);
      expect(site.posts).toHaveLength(1);
    });

    it('on a message that was deleted is given up, and so is taking it away', async () => {
      const { id, channel_id } = message([bot.id]);
      site.deletePost(id);
      for (const act of [react, takeAway])
        await expect(act(id, channel_id)).rejects.toMatchObject({ name: 'DeliveryError', permanent: true });
      expect(site.reactions).toEqual([]);
    });

    it('waits until the bot is in the channel, where a right is needed', async () => {
      const { id, channel_id } = message([]);
      const outcome = await react(id, channel_id).catch((error: unknown) => error);
      if (!kind.postsAnywhere) expect(outcome).toMatchObject({ name: 'DeliveryError', permanent: false });
      expect(site.reactions).toHaveLength(kind.postsAnywhere ? 1 : 0);
    });
  });

  describe('a post in a channel', () => {
    const inChannel = (channelId: ChannelId, text = 'The list') =>
      door.poster.post(reply({ kind: 'channel', channelId, isSilent: true }, text)) as Promise<PostId>;

    it.each([
      ['11.9.4', false],
      ['11.10.0', true],
    ])(
      'stands in no thread, and nobody is told of it where Mattermost %s knows how: %s',
      async (version, is_silent) => {
        site.version = version;
        const channel = site.addChannel('O', [alice.id]).id;
        const id = await inChannel(channel);
        expect(site.posts).toMatchObject([
          { id, user_id: bot.id, channel_id: channel, root_id: '', is_silent },
        ]);
      },
    );

    it('is made once when it is asked for again', async () => {
      const channel = site.addChannel('O', [alice.id]).id;
      const first = await inChannel(channel);
      const again = reply({ kind: 'channel', channelId: channel }, 'The list', 1);
      expect(await door.poster.post(again)).toBe(first);
    });

    it('can be pinned, stays so when it is edited, and can be unpinned', async () => {
      const id = await inChannel(site.addChannel('O', [alice.id]).id);
      const isPinned = () => site.posts.find((post) => post.id === id)?.is_pinned;
      await door.pinPost(id, true);
      await door.poster.post(reply({ kind: 'edit', postId: id }, 'Another list'));
      expect(isPinned()).toBe(true);
      await door.pinPost(id, false);
      expect(isPinned()).toBe(false);
    });

    it('that is gone cannot be pinned, and never will be', async () => {
      const gone = door.pinPost('a'.repeat(26) as PostId, true);
      await expect(gone).rejects.toMatchObject({ name: 'DeliveryError', permanent: true });
    });
  });

  describe('whether somebody may post', () => {
    const rights = (...channels: { id: ChannelId }[]) =>
      Promise.all(channels.map(({ id }) => door.postingRightOf(alice.id, id)));

    it('is yes in channels that they are in, and no where they only read', async () => {
      const readOnly = Object.assign(site.addChannel('O', [alice.id, bot.id]), { isReadOnly: true });
      const [hers, others] = [site.addChannel('P', [alice.id, bot.id]), site.addChannel('O', [bot.id])];
      expect(await rights(hers, others, readOnly)).toEqual(['may', 'may_not', 'may_not']);
    });

    it('is known of public channels that the bot was not in', async () => {
      const [hers, others] = [site.addChannel('O', [alice.id]), site.addChannel('O', [])];
      expect(await rights(hers, others)).toEqual(['may', 'may_not']);
    });

    it('is no in archived channels', async () => {
      const archived = Object.assign(site.addChannel('O', [alice.id, bot.id]), { delete_at: 1 });
      expect(await rights(archived)).toEqual(['archived']);
    });

    it('is not known where the bot cannot look', async () => {
      const hidden = site.addChannel('P', [alice.id]);
      expect(await rights(hidden)).toEqual([kind.postsAnywhere ? 'may' : 'unseen']);
      expect(await rights({ id: 'a'.repeat(26) as ChannelId }, { id: '../x' as ChannelId })).toEqual([
        'unseen',
        'unseen',
      ]);
    });
  });

  describe('entering a channel for somebody', () => {
    const entered = async (channel: { id: ChannelId }) => [
      await door.enterFor?.(alice.id, channel.id),
      site.isMember(bot.id, channel.id),
    ];

    it('is possible where the bot posts in channels that it is not in', () => {
      expect(door.enterFor !== undefined).toBe(kind.postsAnywhere);
    });

    it('leads into public channels, and private ones to which the person may add others', async () => {
      if (!kind.postsAnywhere) return;
      expect(await entered(site.addChannel('O', [alice.id]))).toEqual(['inside', true]);
      expect(await entered(site.addChannel('P', [alice.id]))).toEqual(['inside', true]);
      expect(await entered(site.addChannel('P', [alice.id, bot.id]))).toEqual(['inside', true]);
    });

    it('takes the bot into the team where the person may add others to it', async () => {
      if (!kind.postsAnywhere) return;
      Object.assign(site.people.get(bot.id) ?? {}, { teams: [] });
      const channel = site.addChannel('O', [alice.id]);
      Object.assign(site.people.get(alice.id) ?? {}, { roles: 'system_guest' });
      expect(await entered(channel)).toEqual(['outside', false]);
      Object.assign(site.people.get(alice.id) ?? {}, { roles: 'system_user' });
      expect(await entered(channel)).toEqual(['inside', true]);
    });

    it('leads nowhere else', async () => {
      if (!kind.postsAnywhere) return;
      const closed = Object.assign(site.addChannel('P', [alice.id]), { isClosed: true });
      expect(await entered(closed)).toEqual(['outside', false]);
      expect(await entered(site.addChannel('D', [alice.id]))).toEqual(['by_nobody', false]);
    });
  });

  describe('an edit', () => {
    let made: PostId;
    const edit = (postId: PostId, text: string) => door.poster.post(reply({ kind: 'edit', postId }, text));
    const postOf = (id: PostId) => site.posts.find((post) => post.id === id);
    beforeEach(async () => {
      made = (await door.poster.post(reply({ kind: 'direct', userId: alice.id }))) as PostId;
    });

    it('gives a post of the bot another text, which mentions nobody, and keeps what others put on it', async () => {
      const before = { ...postOf(made)?.props, pinned_by: 'somebody' };
      Object.assign(postOf(made) ?? {}, { props: before });
      expect(await edit(made, 'Done @all')).toBe(made);
      expect(postOf(made)).toMatchObject({ message: 'Done @\u2060all', props: before });
      expect(site.posts).toHaveLength(1);
    });

    it('may come twice', async () => {
      await edit(made, 'Done.');
      expect(await edit(made, 'Done.')).toBe(made);
      expect(postOf(made)?.message).toBe('Done.');
    });

    it.each<[string, () => PostId]>([
      ['of a post of another', () => messageOfAlice()],
      ['of a post that was deleted', () => (site.deletePost(made), made)],
      ['of a post that never was', () => 'a'.repeat(26) as PostId],
    ])('%s is given up, and changes nothing', async (_which, find) => {
      const id = find();
      const before = JSON.stringify(site.posts);
      await expect(edit(id, 'Done.')).rejects.toMatchObject({ name: 'DeliveryError', permanent: true });
      expect(JSON.stringify(site.posts)).toBe(before);
    });

    function messageOfAlice(): PostId {
      const channel = site.addChannel('O', [alice.id, bot.id]).id;
      return site.createPost(alice.id, { channel_id: channel, message: 'mine' }).id;
    }
  });

  describe('what can be pressed', () => {
    const button = (id: string): Pressable => ({
      choice: { label: 'Undo', style: 'danger', act: { kind: 'undo', changeId: 'c' as ChangeId } },
      ...{ id, signed: { sentence: `{"id":"${id}"}`, signature: 'mac' } },
    });
    const options = ['milk', 'bread'].map((label) => ({
      label,
      act: { kind: 'undo', changeId: 'c' as ChangeId } as const,
    }));
    const select: Pressable = {
      ...{ choice: { label: 'Which?', options }, id: 'sel1', signed: { sentence: '{}', signature: 'mac' } },
    };
    const post = (
      pressables: Pressable[] | undefined,
      target: ReplyTarget = { kind: 'direct', userId: alice.id },
    ) =>
      door.poster.post({
        ...reply(target),
        ...(pressables && { pressables }),
      } satisfies OutgoingReply) as Promise<PostId>;
    const propsOf = (id: PostId) => site.posts.find((one) => one.id === id)?.props ?? {};
    const actionsOf = (id: PostId) =>
      ((propsOf(id)['attachments'] ?? []) as Attachment[]).flatMap(({ actions }) => actions);

    it('stands below the post, and comes back to the plugin with its signed sentence', async () => {
      const id = await post([button('undo1'), select]);
      expect(actionsOf(id)).toEqual([
        {
          ...{ id: 'undo1', name: 'Undo', type: 'button', style: 'danger' },
          integration: {
            url: expect.stringMatching(/^(https:\/\/chat\.example\.com)?\/plugins\/todo-node\/press$/),
            context: { sentence: '{"id":"undo1"}', signature: 'mac' },
          },
        },
        expect.objectContaining({
          ...{ id: 'sel1', name: 'Which?', type: 'select' },
          options: [
            { text: 'milk', value: '0' },
            { text: 'bread', value: '1' },
          ],
        }),
      ]);
    });

    it('stays when a post gets another text, and does what it did', async () => {
      const id = await post([button('undo1')]);
      const before = actionsOf(id);
      await door.poster.post(reply({ kind: 'edit', postId: id }, 'Another text'));
      expect(actionsOf(id)).toEqual(before);
    });

    it('is replaced by an edit that brings others, and all else on the post stays', async () => {
      const id = await post([button('undo1'), select]);
      Object.assign(propsOf(id), { pinned_by: 'somebody' });
      await post([button('redo1')], { kind: 'edit', postId: id });
      expect(actionsOf(id)).toMatchObject([{ id: 'redo1', integration: { context: { signature: 'mac' } } }]);
      expect(propsOf(id)).toMatchObject({ pinned_by: 'somebody' });
      await post([], { kind: 'edit', postId: id });
      expect(propsOf(id)).not.toHaveProperty('attachments');
      expect(propsOf(id)).toMatchObject({ pinned_by: 'somebody' });
    });

    it('belongs to a post of the bot, found with what others put on it', async () => {
      const id = await post([button('undo1')]);
      Object.assign(propsOf(id), { pinned_by: 'somebody' });
      expect(await door.findBotPost(id)).toMatchObject({
        ...{ postId: id, replyId: 'reply-1', fileIds: [] },
        props: { pinned_by: 'somebody' },
      });
    });

    it.each<[string, () => PostId]>([
      ['of somebody else', () => messageIn(site.addChannel('O', [alice.id, bot.id]).id)],
      [
        'that the bot may not read, or somebody else wrote',
        () => messageIn(site.addChannel('P', [alice.id]).id),
      ],
      ['that never was', () => 'a'.repeat(26) as PostId],
      ['with an id that is none', () => '../users/me' as PostId],
    ])('never belongs to a post %s', async (_which, find) => {
      expect(await door.findBotPost(find())).toBeUndefined();
    });

    it('does not belong to a post that was deleted', async () => {
      const id = await post([button('undo1')]);
      site.deletePost(id);
      expect(await door.findBotPost(id)).toBeUndefined();
    });

    const messageIn = (channel: ChannelId) =>
      site.createPost(alice.id, {
        channel_id: channel,
        message: 'mine',
        props: { todo_node_reply: 'reply-1' },
      }).id;
  });

  describe('a form', () => {
    const form: Form = {
      ...{ title: 'Snooze', about: 'Until *when*?', submit: 'Snooze' },
      fields: [
        { type: 'date', name: 'day', label: 'Day', value: '2026-12-04' },
        { type: 'select', name: 'part', label: 'When', options: [{ label: 'Noon', value: 'n' }] },
        { type: 'text', name: 'words', label: 'In words', optional: true, maxLength: 100 },
        { type: 'channel', name: 'channel', label: 'Channel', optional: true },
        { type: 'person', name: 'person', label: 'For', optional: true },
      ],
    };

    it('opens, and leads back to the plugin', async () => {
      await door.openForm('trigger', form, 'state');
      expect(site.dialogs).toEqual([
        {
          url: expect.stringMatching(/^(https:\/\/chat\.example\.com)?\/plugins\/todo-node\/form$/),
          ...{ title: 'Snooze', about: 'Until *when*?', submit: 'Snooze', state: 'state' },
          elements: [
            { name: 'day', label: 'Day', type: 'date', value: '2026-12-04', source: '', options: [] },
            { name: 'part', label: 'When', type: 'select', value: '', source: '', options: [['Noon', 'n']] },
            { name: 'words', label: 'In words', type: 'text', value: '', source: '', options: [] },
            { name: 'channel', label: 'Channel', type: 'select', value: '', source: 'channels', options: [] },
            { name: 'person', label: 'For', type: 'select', value: '', source: 'users', options: [] },
          ],
        },
      ]);
    });

    it('asks for a day in words where Mattermost has no picker', async () => {
      site.version = '11.0.5';
      await door.openForm('trigger', form, 'state');
      expect(site.dialogs[0]?.elements.map(({ type }) => type)).toEqual([
        ...['text', 'select', 'text', 'select', 'select'],
      ]);
    });

    it('does not open when it is too late', async () => {
      const late = door.openForm('late trigger', form, 'state');
      await expect(late).rejects.toMatchObject({ name: 'AppError', code: 'invalid_input' });
      expect(site.dialogs).toEqual([]);
    });
  });

  function deletedTrigger(): ReplyTarget {
    const channelId = site.addChannel('O', [alice.id, bot.id]).id;
    const { id } = site.createPost(alice.id, { channel_id: channelId, message: 'todo a' });
    site.deletePost(id);
    return { kind: 'thread', channelId, triggerPostId: id };
  }

  function triggerElsewhere(): ReplyTarget {
    const [here, there] = [
      site.addChannel('O', [alice.id, bot.id]),
      site.addChannel('O', [alice.id, bot.id]),
    ];
    const { id } = site.createPost(alice.id, { channel_id: there.id, message: 'todo a' });
    return { kind: 'thread', channelId: here.id, triggerPostId: id };
  }

  function hiddenTrigger(): ReplyTarget {
    const channelId = site.addChannel('P', [alice.id]).id;
    const { id } = site.createPost(alice.id, { channel_id: channelId, message: 'todo a' });
    return { kind: 'thread', channelId, triggerPostId: id };
  }
});
