import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeHandOver } from '../jobs/hand-over.ts';
import { makeKeepPostsTrue } from '../living-posts/keep-posts-true.ts';
import { makeKeepTrue } from '../living-posts/keep-true.ts';
import { digestPostKey } from '../living-posts/living-post.ts';
import { makeManageSettings } from '../person-settings/manage-settings.ts';
import { makeLanguages } from '../program/texts/languages.ts';
import { DeliveryError, type OutgoingReply } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { EMPTIED_DATABASES } from '../store/testing/emptied-stores.ts';
import type { Opened, TestDatabase } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, userId, type People } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import { makeSendDigests } from './send-digests.ts';
import { makeShowDigest } from './show-digest.ts';

/** A Tuesday. */
const MORNING = Date.parse('2026-12-01T08:30Z');
const ANN = userId('ann');
const MINE = { actorId: ANN, listId: personList(ANN) };
const TOWN = { actorId: userId('bob'), listId: channelList(channelId('town')) };
const TODAY = { due: '2026-12-01', zones: oneZone('UTC') };

describe.each(EMPTIED_DATABASES)('the newest overview, on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let people: People;
  let clock: number;
  /** As Mattermost has them. */
  let posts: Map<PostId, string>;
  let edits: number;
  let refuses: DeliveryError | undefined;
  let look: () => Promise<void>;

  beforeEach(async () => {
    clock = MORNING - HOUR_MS;
    [posts, edits, refuses] = [new Map(), 0, undefined];
    database = await create(process.env);
    store = await database.open(() => clock);
    people = makePeople();
    people.add('ann', { timeZone: 'UTC', channels: ['town'], locale: 'en-GB' });
    look = backend();
    await settings().change(ANN, { digest: { on: true, at: '08:30', days: ['MO', 'TU', 'WE'] } });
  });
  afterEach(() => database.remove());

  const now = () => clock;
  const settings = () =>
    makeManageSettings({
      ...{ store: store.todos, people: store.people, accountOf: people.accountOf, now },
      clockOf: async () => ({ zone: 'UTC', locale: 'en' }),
    });

  /** A backend that is driven by hand. @returns what does all that is due */
  function backend(): () => Promise<void> {
    const languages = makeLanguages({
      ...{ language: 'en' as const, accountOf: people.accountOf, siteLocale: async () => 'en' },
    });
    const { accountOf, recipients } = people;
    const deps = { reader: store.todos, people: store.people, accountOf, recipients, languages, now };
    const poster = { post: async (reply: OutgoingReply) => delivered(reply) };
    const keepTrue = makeKeepTrue({
      ...{ store: store.todos, outbox: store.outbox, poster, now, logger: silentLogger },
      pinPost: async () => undefined,
      shows: {
        list: async () => undefined,
        ended: async () => undefined,
        requests: async () => undefined,
        digest: makeShowDigest(deps),
      },
    });
    const living = makeKeepPostsTrue({ keepTrue, now, logger: silentLogger });
    const handOver = makeHandOver({
      ...{ store: store.todos, wakeUps: store.wakeUps, holder: 'me', now, logger: silentLogger },
      handlers: {
        ...{ reminder: living, request: living, outcome: living, thread: living },
        digest: makeSendDigests({ ...deps, newId: store.newId }),
        living_post: living,
      },
      onHandedOver: () => undefined,
    });
    return async () => handOver(await store.wakeUps.take(clock, 100, 'me'));
  }

  function delivered({ target, text }: OutgoingReply): PostId {
    if (refuses !== undefined) throw refuses;
    if (target.kind !== 'edit' || !posts.has(target.postId)) throw new Error('This is no edit of a post.');
    edits += 1;
    posts.set(target.postId, text);
    return target.postId;
  }
  /** What waits in the outbox goes out. */
  async function deliver(): Promise<void> {
    for (const { id, text } of await store.outbox.take(clock, MINUTE_MS, 10)) {
      const postId = `post of ${id}` as PostId;
      posts.set(postId, text);
      await store.outbox.sent(id, postId, clock);
    }
  }
  async function pass(ms: number): Promise<void> {
    for (const end = clock + ms; clock < end;) {
      clock += SECOND_MS;
      await look();
    }
  }
  /** From one moment to another at once, and what is due then. */
  async function at(moment: number): Promise<void> {
    clock = moment;
    await look();
    await deliver();
  }
  const add = (text: string, where = MINE) => store.acts.add(where, [{ text, when: TODAY }]);
  const done = (number: number, where = MINE) => store.acts.complete(where, { numbers: [number] });
  const shown = () => [...posts.values()].map((text) => text.replaceAll('\n', ' '));
  const isKept = async () => (await store.livingPosts.find(digestPostKey(ANN))) !== undefined;

  it('is not edited while it is true, and says within seconds what was ticked elsewhere', async () => {
    await add('milk');
    await add('tea');
    await at(MORNING);
    expect(shown()).toEqual([expect.stringContaining('**1** milk')]);
    await pass(10 * SECOND_MS);
    expect(edits).toBe(0);
    await done(1);
    await pass(2 * SECOND_MS);
    expect(edits).toBe(1);
    expect(shown()).toEqual([expect.stringMatching(/^((?!milk).)*\*\*2\*\* tea((?!milk).)*$/)]);
  });

  it('is edited at most every three seconds, and ends true', async () => {
    for (let n = 1; n <= 20; n += 1) await add(`thing ${n}`);
    await at(MORNING);
    await pass(10 * SECOND_MS);
    for (let n = 1; n <= 20; n += 1) {
      await done(n);
      await pass(SECOND_MS);
    }
    await pass(4 * SECOND_MS);
    expect(edits).toBeLessThanOrEqual(8);
    expect(shown()).toEqual([expect.stringContaining('Nothing left for today.')]);
  });

  it('waits until its post is there', async () => {
    await add('milk');
    clock = MORNING;
    await look();
    await done(1);
    await pass(20 * SECOND_MS);
    expect(edits).toBe(0);
    await deliver();
    await pass(MINUTE_MS);
    expect(shown()).toEqual([expect.stringContaining('Nothing left for today.')]);
  });

  it('says what changed in channels that are read, and nothing of those that were left', async () => {
    await add('milk');
    await add('bread', TOWN);
    await store.acts.assign(TOWN, { numbers: [1] }, ANN, oneZone('UTC'));
    await at(MORNING);
    expect(shown()[0]).toMatch(/bread/);
    people.leave('ann', 'town');
    await done(1);
    await pass(10 * SECOND_MS);
    expect(shown()[0]).not.toMatch(/bread/);
  });

  it('says how often overviews come, whoever changed that, and is let go when they come no more', async () => {
    await add('milk');
    await at(MORNING);
    await pass(10 * SECOND_MS);
    await settings().change(ANN, { digest: { on: true, at: '09:45', days: ['FR'] } });
    await pass(5 * SECOND_MS);
    expect(shown()[0]).toMatch(/Friday, 09:45/);
    await settings().change(ANN, { digest: { on: false, at: '09:45', days: ['FR'] } });
    await pass(5 * SECOND_MS);
    expect(shown()[0]).toMatch(/You get no more overviews/);
    expect(await isKept()).toBe(false);
  });

  it('alone is kept true: the one before stays as it was, and so does one with nothing after it', async () => {
    await add('milk');
    await add('tea');
    await at(MORNING);
    await at(MORNING + DAY_MS);
    expect(shown()).toHaveLength(2);
    await done(1);
    await pass(10 * SECOND_MS);
    expect(shown()[0]).toMatch(/milk/);
    expect(shown()[1]).not.toMatch(/milk/);
    await done(2);
    await pass(10 * SECOND_MS);
    const before = shown();
    await at(MORNING + 6 * DAY_MS);
    await add('late');
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual(before);
  });

  it.each([
    ['was deleted', () => new DeliveryError('gone', { permanent: true })],
    ['may not be edited any more', () => new DeliveryError('no', { permanent: false, isForbidden: true })],
  ])('that %s is let go, and nothing else happens', async (_what, refusal) => {
    await add('milk');
    await at(MORNING);
    refuses = refusal();
    await done(1);
    await pass(10 * SECOND_MS);
    expect(await isKept()).toBe(false);
    refuses = undefined;
    await add('tea');
    await pass(10 * SECOND_MS);
    expect(edits).toBe(0);
  });

  it('of somebody who is gone is let go', async () => {
    await add('milk');
    await at(MORNING);
    people.signOut('ann');
    await done(1);
    await pass(10 * SECOND_MS);
    expect([edits, await isKept()]).toEqual([0, false]);
  });

  it('is written again when Mattermost is back', async () => {
    await add('milk');
    await at(MORNING);
    refuses = new DeliveryError('away', { permanent: false });
    await done(1);
    await pass(20 * SECOND_MS);
    refuses = undefined;
    await pass(2 * MINUTE_MS);
    expect(shown()).toEqual([expect.stringContaining('Nothing left for today.')]);
  });
});
