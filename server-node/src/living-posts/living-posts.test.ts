import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AccountOf } from '../callers/account.ts';
import { makeHandOver } from '../jobs/hand-over.ts';
import { makeFakeMattermost, type FakeMattermost } from '../mattermost/fake/fake-mattermost.ts';
import { makeFakePluginApi } from '../mattermost/fake/fake-plugin-api.ts';
import { startFakeRestServer } from '../mattermost/fake/fake-rest-server.ts';
import { makeAccounts } from '../mattermost/plugin-api/accounts.ts';
import { createMattermostPluginApi } from '../mattermost/plugin-api/create-mattermost-plugin-api.ts';
import { createMattermostRest } from '../mattermost/rest/create-mattermost-rest.ts';
import { signingPoster } from '../presses/sign-replies.ts';
import { makeSigner } from '../presses/signer.ts';
import { mentionsIn } from '../replies/mentions-in.fixture.ts';
import { DeliveryError, type PinPost, type ReplyPoster } from '../replies/ports.ts';
import type { Attachment } from '../replies/pressable.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { EMPTIED_DATABASES } from '../store/testing/emptied-stores.ts';
import type { Opened, TestDatabase } from '../store/testing/fresh-stores.ts';
import { channelList } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import { makeKeepPostsTrue } from './keep-posts-true.ts';
import { makeKeepTrue } from './keep-true.ts';
import { channelListKey } from './living-post.ts';
import { makePostList, type PostList } from './post-list.ts';
import { makeGoOn } from './go-on.ts';
import type { EnterFor, PostingRightOf } from './ports.ts';
import { makeShowChannelList } from './show-channel-list.ts';
import { makeShowEnded } from './show-ended.ts';
import { forAllKinds } from '../wake-ups/testing/for-all-kinds.ts';

const NOON = Date.parse('2026-12-01T12:00Z');
const SITE_URL = 'https://chat.example.com';

interface Door {
  poster: ReplyPoster;
  pinPost: PinPost;
  postingRightOf: PostingRightOf;
  enterFor?: EnterFor;
  accountOf: AccountOf;
  close(): Promise<void>;
}

const DOORS: [string, (site: FakeMattermost, bot: { id: UserId; token: string }) => Promise<Door>][] = [
  [
    'over REST',
    async (site, { token: botToken }) => {
      const server = await startFakeRestServer(site);
      const rest = createMattermostRest({ url: server.url, botToken, now: site.now });
      return { ...rest, close: async () => (rest.close(), server.stop()) };
    },
  ],
  [
    'over the plugin API',
    async (site, { id }) => {
      const api = makeFakePluginApi(site);
      const accountOf = makeAccounts(api, site.now);
      const options = { api, accountOf, userOf: () => undefined, botId: () => id, siteUrl: SITE_URL };
      return {
        ...createMattermostPluginApi({ ...options, now: site.now }),
        accountOf,
        close: async () => undefined,
      };
    },
  ],
];

const BOTH = EMPTIED_DATABASES.flatMap(([database, create]) =>
  DOORS.map(([door, open]): [string, typeof create, typeof open] => [
    `${database} and ${door}`,
    create,
    open,
  ]),
);

/** One process of the backend, driven by hand. */
interface Process {
  store: Opened;
  posts: PostList;
  /** Does what is due. */
  look(): Promise<void>;
}

describe.each(BOTH)('the list of a channel that is posted there, on %s', (_name, create, openDoor) => {
  let database: TestDatabase;
  let site: FakeMattermost;
  let door: Door;
  let clock: number;
  let bot: { id: UserId; token: string };
  let alice: UserId;
  let town: ChannelId;
  let one: Process;
  let two: Process;
  let editPost: jest.SpiedFunction<FakeMattermost['editPost']>;
  /** Comes before each writing of process one. */
  let beforeWriting: () => Promise<void>;

  beforeEach(async () => {
    clock = NOON;
    beforeWriting = async () => undefined;
    database = await create(process.env);
    site = makeFakeMattermost(() => clock);
    const { id } = site.addPerson('todo', { is_bot: true });
    bot = { id, token: site.signIn(id).token };
    alice = site.addPerson('alice').id;
    town = site.addChannel('O', [alice, bot.id]).id;
    editPost = jest.spyOn(site, 'editPost');
    door = await openDoor(site, bot);
    one = await start('one', async () => beforeWriting());
    two = await start('two');
  });
  afterEach(async () => {
    await door.close();
    await database.remove();
  });

  async function start(name: string, before: () => Promise<void> = async () => undefined): Promise<Process> {
    const now = () => clock;
    const store = await database.open(now);
    const poster = signingPoster(
      { post: async (reply, isOurs) => (await before(), door.poster.post(reply, isOurs)) },
      makeSigner(async () => 'secret'),
    );
    const languages = { ofAll: async () => 'en' as const };
    const keepTrue = makeKeepTrue({
      ...{
        store: store.todos,
        outbox: store.outbox,
        poster,
        pinPost: door.pinPost,
        now,
        logger: silentLogger,
      },
      shows: {
        list: makeShowChannelList({ reader: store.todos, languages, accountOf: door.accountOf, now }),
        digest: async () => undefined,
        requests: async () => undefined,
        ended: makeShowEnded({
          livingPosts: store.livingPosts,
          languages,
          recipients: { siteUrl: async () => SITE_URL },
          now,
        }),
      },
    });
    const handler = makeKeepPostsTrue({ keepTrue, now, logger: silentLogger });
    const handOver = makeHandOver({
      ...{ store: store.todos, wakeUps: store.wakeUps, holder: name, now, logger: silentLogger },
      handlers: forAllKinds(handler),
      onHandedOver: () => undefined,
    });
    const { postingRightOf, enterFor } = door;
    return {
      store,
      posts: makePostList({
        ...{ store: store.todos, livingPosts: store.livingPosts, keepTrue, postingRightOf, enterFor },
        ...{ newId: store.newId, now },
      }),
      look: async () => handOver(await store.wakeUps.take(clock, 100, name)),
    };
  }

  const inTown = () => ({ actorId: alice, listId: channelList(town) });
  const add = (text: string, process = one) => process.store.acts.add(inTown(), [{ text }]);
  const post = async (isPinned = false, process = one) =>
    (await process.posts.post({ actorId: alice, channelId: town, isPinned })).outcome;
  const unpost = () => one.posts.unpost({ actorId: alice, channelId: town });
  const kept = () => one.store.todos.transaction(({ livingPosts }) => livingPosts.lock(channelListKey(town)));
  const goOn = (channelId: ChannelId) => makeGoOn({ store: one.store.todos, now: () => clock })(channelId);
  const ours = () => site.posts.filter(({ user_id, delete_at }) => user_id === bot.id && delete_at === 0);
  const text = () => ours().at(-1)?.message ?? '';
  const actionsOf = (props: Record<string, unknown> = {}) =>
    ((props['attachments'] ?? []) as Attachment[]).flatMap(({ actions }) => actions);

  /** Lets time pass, and both processes look at what is due, every half a second. */
  async function pass(ms: number): Promise<void> {
    for (const end = clock + ms; clock < end;) {
      clock += SECOND_MS / 2;
      await one.look();
      await two.look();
    }
  }

  it('stands there at once, with ways to tick and to add', async () => {
    await add('Buy bread');
    expect(await post()).toBe('posted');
    expect(ours()).toMatchObject([{ channel_id: town, root_id: '', is_pinned: false }]);
    expect(text()).toBe('**To-dos of this channel: 1**\n**1** Buy bread');
    const actions = actionsOf(ours()[0]?.props);
    expect(actions.map(({ name, options }) => [name, options?.map((option) => option.text)])).toEqual([
      ['Done…', ['1 Buy bread']],
      ['Add…', undefined],
    ]);
  });

  it('shows within seconds what any process changed, and keeps what others put on it', async () => {
    await post(true);
    expect(text()).toBe('**To-dos of this channel: 0**\nNothing to do.');
    Object.assign(ours()[0]?.props ?? {}, { pinned_by: 'somebody' });
    clock += MINUTE_MS;
    await add('Buy bread', two);
    await one.look();
    expect(text()).toContain('**1** Buy bread');
    expect(ours()).toMatchObject([{ is_pinned: true, props: { pinned_by: 'somebody' } }]);
    await two.store.acts.complete(inTown(), { numbers: [1] });
    await pass(3 * SECOND_MS);
    expect(text()).toContain('Nothing to do.');
  });

  it('is edited at most every three seconds under 100 changes a minute from two processes, and ends true', async () => {
    await post();
    const editedAt: number[] = [];
    editPost.mockImplementation((id, edit) => {
      editedAt.push(clock);
      const found = site.posts.find((one) => one.id === id);
      return Object.assign(found as object, edit) as never;
    });
    for (let n = 1; n <= 100; n += 1) {
      clock += 600;
      await add(`Thing ${n}`, n % 2 === 0 ? one : two);
      await Promise.all([one.look(), two.look()]);
    }
    const meanwhile = editedAt.length;
    await pass(4 * SECOND_MS);
    expect(meanwhile).toBeLessThanOrEqual(20);
    expect(meanwhile).toBeGreaterThan(15);
    expect(Math.min(...editedAt.slice(1).map((at, n) => at - (editedAt[n] ?? 0)))).toBeGreaterThanOrEqual(
      3_000,
    );
    expect(text()).toContain('**To-dos of this channel: 100**');
    expect(ours()).toHaveLength(1);
  });

  it('names who has which, and mentions nobody', async () => {
    await add('Buy bread');
    await add('Buy butter');
    await one.store.acts.assign(inTown(), { numbers: [2] }, alice, oneZone('UTC'));
    await one.store.acts.edit(
      inTown(),
      { numbers: [2] },
      { when: { due: '2026-12-01', zones: oneZone('UTC') } },
    );
    await post();
    const said = text();
    expect(said.replaceAll('\u2060', '')).toContain('**2** Buy butter · @alice · today\n');
    expect(said.replaceAll('\u2060', '')).toMatch(/\*\*1\*\* Buy bread$/);
    expect(mentionsIn(said)).toEqual([]);
    await one.store.acts.assign(inTown(), { numbers: [2] }, null, oneZone('UTC'));
    await pass(4 * SECOND_MS);
    expect(text()).toContain('**2** Buy butter · today\n');
  });

  it('is left alone where a change shows nothing new', async () => {
    await add('Buy bread');
    await post();
    await one.store.acts.complete(inTown(), { numbers: [1] });
    await one.store.acts.undo(inTown());
    await pass(MINUTE_MS);
    const before = editPost.mock.calls.length;
    await one.store.acts.add({ ...inTown(), listId: channelList('elsewhere' as ChannelId) }, [{ text: 'x' }]);
    await pass(MINUTE_MS);
    expect(editPost.mock.calls.length).toBe(before);
  });

  it('has sections where something has a date, and moves it from one to the next when its time comes', async () => {
    await add('Some day');
    const when = { due: '2026-12-01T12:30', zones: oneZone('UTC') };
    await one.store.acts.add(inTown(), [{ text: 'Call Bob', when }]);
    await post();
    expect(text()).toBe(
      '**To-dos of this channel: 2**\n\n**Today**\n**2** Call Bob · today 12:30\n\n**No date**\n**1** Some day',
    );
    clock += 30 * MINUTE_MS;
    await one.look();
    expect(text()).toContain('**Today**\n**2** Call Bob · today 12:30');
    clock += MINUTE_MS;
    await one.look();
    expect(text()).toContain('**Overdue**\n**2** Call Bob · today 12:30');
    clock += DAY_MS / 2;
    await one.look();
    expect(text()).toContain('**Overdue**\n**2** Call Bob · yesterday 12:30');
  });

  it('shows within an hour what a process of 0.3 changed, which has no posts looked at', async () => {
    await add('Milk');
    await post();
    await pass(MINUTE_MS);
    await database.query("update todo set text = 'Oat milk'");
    clock += HOUR_MS;
    await one.look();
    expect(text()).toContain('Oat milk');
  });

  it('is made anew below all else when somebody asks again, and the old one says where it goes on', async () => {
    await post(true);
    clock += MINUTE_MS;
    expect(await post()).toBe('posted');
    const [old, fresh] = ours();
    expect(ours()).toHaveLength(2);
    expect(old).toMatchObject({
      message: `The list that stood here goes on in [a newer message](${SITE_URL}/_redirect/pl/${fresh?.id}).`,
      is_pinned: false,
    });
    expect(actionsOf(old?.props)).toEqual([]);
    await add('Buy bread');
    await pass(3 * SECOND_MS);
    expect(text()).toContain('Buy bread');
    expect(old?.message).not.toContain('Buy bread');
  });

  it.each([
    ['stays pinned when it is made anew', true],
    ['is made anew without a pin where it had none', false],
  ])('%s', async (_what, isPinned) => {
    await post(isPinned);
    clock += MINUTE_MS;
    await post();
    clock += MINUTE_MS;
    await post();
    expect(ours().map(({ is_pinned }) => is_pinned === true)).toEqual([false, false, isPinned]);
  });

  it('is not pinned any more when it was ended before it is posted again', async () => {
    await post(true);
    await unpost();
    clock += MINUTE_MS;
    await post();
    expect(ours().map(({ is_pinned }) => is_pinned === true)).toEqual([false, false]);
  });

  it('is one post when two people ask at once', async () => {
    const asked = await Promise.all([post(false, one), post(false, two)]);
    expect(asked).toContain('posted');
    await pass(MINUTE_MS);
    expect(ours().filter(({ message }) => message.startsWith('**To-dos'))).toHaveLength(1);
  });

  it('is asked for once by one request', async () => {
    const asked = { actorId: alice, channelId: town, isPinned: false, requestKey: 'command:1' };
    expect(await one.posts.post(asked)).toMatchObject({ outcome: 'posted' });
    clock += MINUTE_MS;
    expect(await two.posts.post(asked)).toEqual({ outcome: 'handled_before' });
    expect(ours()).toHaveLength(1);
  });

  it('can be ended, and then says so and changes no more', async () => {
    await post(true);
    expect(await unpost()).toBe('ended');
    expect(ours()).toMatchObject([{ is_pinned: false }]);
    expect(text()).toBe(
      'The list that stood here is kept up to date no longer. `/todo here post` posts it anew.',
    );
    expect(actionsOf(ours()[0]?.props)).toEqual([]);
    await add('Buy bread');
    await pass(MINUTE_MS);
    expect(text()).not.toContain('bread');
    expect(await unpost()).toBe('none');
  });

  it.each<[string, string, () => void]>([
    ['is not in the channel', 'may_not', () => site.channels.get(town)?.members.delete(alice)],
    [
      'may only read there',
      'may_not',
      () => Object.assign(site.channels.get(town) ?? {}, { isReadOnly: true }),
    ],
    [
      'is in an archived channel',
      'archived',
      () => Object.assign(site.channels.get(town) ?? {}, { delete_at: 1 }),
    ],
  ])('is not posted nor ended for somebody who %s', async (_why, outcome, make) => {
    await post();
    const before = JSON.stringify(site.posts);
    make();
    clock += MINUTE_MS;
    expect([await post(), await unpost()]).toEqual([outcome, outcome]);
    await pass(MINUTE_MS);
    expect(JSON.stringify(site.posts)).toBe(before);
    expect(await kept()).toBeDefined();
  });

  it('is forgotten without a word when somebody deletes it, and comes anew when it is asked for', async () => {
    await post();
    site.deletePost(ours()[0]?.id as never);
    await add('Buy bread');
    await pass(MINUTE_MS);
    expect(await kept()).toBeUndefined();
    expect(await one.store.wakeUps.waiting()).toBe(0);
    expect(ours()).toEqual([]);
    expect(await post()).toBe('posted');
    expect(text()).toContain('Buy bread');
  });

  describe('where the bot may not write for a while', () => {
    const refused = jest.fn<() => void>();
    beforeEach(async () => {
      refused.mockClear();
      await post();
      beforeWriting = async () => {
        refused();
        throw new DeliveryError('403', { permanent: false, isForbidden: true });
      };
      await pass(MINUTE_MS);
      await add('Buy bread');
      await pass(MINUTE_MS);
    });

    it('is tried after each change, and not again and again', async () => {
      expect(refused).toHaveBeenCalledTimes(1);
      await pass(2 * MINUTE_MS);
      expect(refused).toHaveBeenCalledTimes(1);
      await add('Buy butter');
      await pass(MINUTE_MS);
      expect(refused).toHaveBeenCalledTimes(2);
      expect(text()).not.toContain('bread');
    });

    it.each<[string, () => Promise<unknown>]>([
      ['at the next change', () => add('Buy butter')],
      ['at once when the bot hears that it is back', () => goOn(town)],
      ['within a day', async () => (clock += DAY_MS)],
    ])('goes on %s', async (_when, happen) => {
      beforeWriting = async () => undefined;
      await happen();
      await pass(5 * SECOND_MS);
      expect(text()).toContain('Buy bread');
      expect(ours()).toHaveLength(1);
      await add('Buy salt');
      await pass(5 * SECOND_MS);
      expect(text()).toContain('Buy salt');
    });

    it('is forgotten when somebody deleted it meanwhile', async () => {
      beforeWriting = async () => undefined;
      site.deletePost(ours()[0]?.id as never);
      await goOn(town);
      await pass(5 * SECOND_MS);
      expect(await kept()).toBeUndefined();
    });

    it('is ended when somebody asks for that, and comes anew when somebody asks for that', async () => {
      expect(await unpost()).toBe('ended');
      expect(await kept()).toBeUndefined();
      beforeWriting = async () => undefined;
      expect(await post()).toBe('posted');
      expect(text()).toContain('Buy bread');
    });
  });

  it.each<[string, () => void, () => void]>([
    [
      'whose channel was archived and is not any more',
      () => Object.assign(site.channels.get(town) ?? {}, { delete_at: 1 }),
      () => Object.assign(site.channels.get(town) ?? {}, { delete_at: 0 }),
    ],
    [
      'from whose channel the bot was removed and to which it was added again',
      () => site.channels.get(town)?.members.delete(bot.id),
      () => site.channels.get(town)?.members.add(bot.id),
    ],
  ])('%s goes on', async (_what, leave, comeBack) => {
    await post();
    await pass(MINUTE_MS);
    leave();
    await add('Buy bread');
    await pass(10 * SECOND_MS);
    expect(await kept()).toBeDefined();
    comeBack();
    await goOn(town);
    await pass(10 * SECOND_MS);
    expect(text()).toContain('Buy bread');
  });

  it('is looked for where none is posted without asking Mattermost anything', async () => {
    site.channels.get(town)?.members.delete(bot.id);
    expect(await unpost()).toBe('none');
    expect(site.isMember(bot.id, town)).toBe(false);
  });

  it('is ended in a private channel that the bot was removed from, and left as it stands', async () => {
    const channel = site.channels.get(town);
    await post();
    await pass(MINUTE_MS);
    Object.assign(channel ?? {}, { type: 'P' });
    channel?.members.delete(bot.id);
    expect(await unpost()).toBe('ended');
    await add('Buy bread');
    await pass(MINUTE_MS);
    expect([await kept(), await one.store.wakeUps.waiting()]).toEqual([undefined, 0]);
    expect(await unpost()).toBe('none');
  });

  it('is not there, and is not waited for, where the bot may not post', async () => {
    beforeWriting = async () => {
      throw new DeliveryError('403', { permanent: false, isForbidden: true });
    };
    expect(await post()).toBe('unseen');
    beforeWriting = async () => undefined;
    await pass(MINUTE_MS);
    expect(ours()).toEqual([]);
  });

  it('is said to be posted where another process is at it, which heard first that the bot has come', async () => {
    await add('Buy bread');
    const come = door.enterFor;
    door.enterFor = async (...asked) => {
      await goOn(town);
      await two.look();
      return (await come?.(...asked)) ?? 'inside';
    };
    one = await start('one');
    expect(await post()).toBe('posted');
    expect(ours()).toHaveLength(1);
  });

  it('follows as soon as Mattermost takes it', async () => {
    beforeWriting = async () => {
      throw new DeliveryError('away', { permanent: false });
    };
    expect(await post()).toBe('follows');
    beforeWriting = async () => undefined;
    await pass(MINUTE_MS);
    expect(ours()).toHaveLength(1);
  });

  describe('when a process dies', () => {
    /** The store of process one takes no more, as from a killed process. */
    const die = () => {
      one.store.todos.transaction = async () => {
        throw new Error('killed');
      };
      one.store.wakeUps.putOff = async () => undefined;
    };
    const inherit = async () => {
      for (const held of await two.store.wakeUps.held()) await two.store.wakeUps.free(held);
      two.look();
      await pass(0);
      one.look = async () => undefined;
      await pass(30 * SECOND_MS);
    };

    it('after it has made the post and before it knows that, there is one post, and it is kept true', async () => {
      const { transaction } = one.store.todos;
      let turns = 0;
      one.store.todos.transaction = (work) =>
        (turns += 1) <= 2 ? transaction(work) : Promise.reject(new Error('killed'));
      await expect(post()).rejects.toThrow('killed');
      expect(ours()).toHaveLength(1);
      await add('Buy bread', two);
      await inherit();
      expect(ours()).toHaveLength(1);
      expect(text()).toContain('Buy bread');
    });

    it('between its edit and the note of it, nothing is edited twice, and what comes then is shown', async () => {
      await post();
      clock += MINUTE_MS;
      await add('Buy bread');
      beforeWriting = async () => die();
      await one.look();
      expect(text()).toContain('Buy bread');
      const before = editPost.mock.calls.length;
      await inherit();
      expect(editPost.mock.calls.length).toBe(before);
      await add('Buy butter', two);
      await pass(10 * SECOND_MS);
      expect(text()).toContain('Buy butter');
    });

    it('before its edit, the other one edits', async () => {
      await post();
      clock += MINUTE_MS;
      await add('Buy bread');
      beforeWriting = async () => {
        die();
        throw new Error('killed');
      };
      await one.look();
      expect(text()).not.toContain('Buy bread');
      await inherit();
      expect(text()).toContain('Buy bread');
    });
  });

  it('ends true when an edit is overtaken by a later one of another process', async () => {
    await post();
    clock += MINUTE_MS;
    const gate = Promise.withResolvers<undefined>();
    const waiting = Promise.withResolvers<undefined>();
    beforeWriting = () => (waiting.resolve(undefined), gate.promise);
    await add('Old');
    const slow = one.look();
    await waiting.promise;
    clock += 5 * SECOND_MS;
    await add('New', two);
    await two.look();
    expect(text()).toContain('New');
    gate.resolve(undefined);
    await slow;
    expect(text()).not.toContain('New');
    beforeWriting = async () => undefined;
    await pass(10 * SECOND_MS);
    expect(text()).toContain('New');
  });

  it('that was ended while somebody edited it says so in the end', async () => {
    await post();
    clock += MINUTE_MS;
    const gate = Promise.withResolvers<undefined>();
    const waiting = Promise.withResolvers<undefined>();
    beforeWriting = () => (waiting.resolve(undefined), gate.promise);
    await add('Old');
    const slow = one.look();
    await waiting.promise;
    expect(await two.posts.unpost({ actorId: alice, channelId: town })).toBe('ended');
    gate.resolve(undefined);
    await slow;
    beforeWriting = async () => undefined;
    await pass(10 * SECOND_MS);
    expect(text()).toContain('kept up to date no longer');
    expect(await one.store.wakeUps.waiting()).toBe(0);
  });

  describe('that is made anew', () => {
    const linked = () => {
      const [old, fresh] = [ours()[0], ours().find(({ message }) => message.startsWith('**To-dos'))];
      expect(old?.message).toContain(`${SITE_URL}/_redirect/pl/${fresh?.id}`);
    };

    it('says where it goes on also when the new one comes late', async () => {
      await post();
      clock += MINUTE_MS;
      const writings = [() => Promise.reject(new DeliveryError('away', { permanent: false }))];
      beforeWriting = async () => writings.shift()?.();
      expect(await post()).toBe('follows');
      expect(ours()).toMatchObject([{ message: expect.stringContaining('kept up to date no longer') }]);
      await pass(MINUTE_MS);
      linked();
      expect(await one.store.wakeUps.waiting()).toBe(1);
    });

    it('says where it goes on also when somebody who did not know that yet writes last', async () => {
      await post();
      clock += MINUTE_MS;
      const gate = Promise.withResolvers<undefined>();
      const waiting = Promise.withResolvers<undefined>();
      const writings = [
        () => Promise.reject(new DeliveryError('away', { permanent: false })),
        () => (waiting.resolve(undefined), gate.promise),
      ];
      beforeWriting = async () => writings.shift()?.();
      const slow = post();
      await waiting.promise;
      clock += 20 * SECOND_MS;
      await two.look();
      clock += 20 * SECOND_MS;
      await two.look();
      linked();
      gate.resolve(undefined);
      await slow;
      await pass(30 * SECOND_MS);
      linked();
      expect(await one.store.wakeUps.waiting()).toBe(1);
    });
  });

  it('of a kind that only a newer version knows is left to that', async () => {
    await post();
    await database.query("update living_post set kind = 'of tomorrow' returning key");
    await add('Buy bread');
    await pass(10 * SECOND_MS);
    expect(text()).not.toContain('Buy bread');
    expect(await one.store.wakeUps.waiting()).toBe(1);
  });
});
