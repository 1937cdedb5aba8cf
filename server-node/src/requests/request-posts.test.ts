import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeHandOver } from '../jobs/hand-over.ts';
import { makeKeepPostsTrue } from '../living-posts/keep-posts-true.ts';
import { makeKeepTrue } from '../living-posts/keep-true.ts';
import { makePressedPosts, type PressedPosts } from '../living-posts/pressed-posts.ts';
import { makeLanguages } from '../program/texts/languages.ts';
import type { Choices } from '../replies/choices.ts';
import { DeliveryError, type OutgoingReply } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { EMPTIED_DATABASES } from '../store/testing/emptied-stores.ts';
import type { Opened, TestDatabase } from '../store/testing/fresh-stores.ts';
import { makePeople, userId, type People } from '../testing/people.ts';
import { personList } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';
import { oneZone } from '../todos/when.ts';
import { forAllKinds } from '../wake-ups/testing/for-all-kinds.ts';
import { makeShowRequests } from './show-requests.ts';
import { makeTellRequests } from './tell-requests.ts';

const NOON = Date.parse('2026-12-01T12:00Z');

interface Post {
  replyId: string;
  to: unknown;
  text: string;
  choices: Choices | undefined;
}

describe.each(EMPTIED_DATABASES)('the message by which somebody is asked, on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let people: People;
  let clock: number;
  /** As Mattermost has them. */
  let posts: Map<PostId, Post>;
  let edits: number;
  let refuses: DeliveryError | undefined;
  let look: () => Promise<void>;
  let pressed: PressedPosts;
  /** Before the edit arrives that follows a form. */
  let meanwhile: () => Promise<void>;

  beforeEach(async () => {
    clock = NOON;
    [posts, edits, refuses] = [new Map(), 0, undefined];
    meanwhile = async () => undefined;
    database = await create(process.env);
    store = await database.open(() => clock);
    people = makePeople();
    for (const name of ['ann', 'bob', 'carol']) people.add(name, { timeZone: 'UTC' });
    look = backend();
  });
  afterEach(() => database.remove());

  /** A backend that is driven by hand. @returns what does all that is due */
  function backend(): () => Promise<void> {
    const now = () => clock;
    const { accountOf, recipients } = people;
    const languages = makeLanguages({ language: 'mattermost', accountOf, siteLocale: async () => 'en' });
    const deps = { people: store.people, accountOf, recipients, languages, now, reader: store.todos };
    const requests = makeShowRequests({ ...deps, livingPosts: store.livingPosts });
    const nothing = async () => undefined;
    const keepTrue = makeKeepTrue({
      ...{ store: store.todos, outbox: store.outbox, now, logger: silentLogger, pinPost: nothing },
      poster: { post: async (reply: OutgoingReply) => edited(reply) },
      shows: { list: nothing, ended: nothing, digest: nothing, requests },
    });
    const { livingPosts } = store;
    pressed = makePressedPosts({
      ...{ store: store.todos, livingPosts, shows: { requests }, now, logger: silentLogger },
      poster: { post: async (reply) => meanwhile().then(() => edited(reply)) },
    });
    const living = makeKeepPostsTrue({ keepTrue, now, logger: silentLogger });
    const handOver = makeHandOver({
      ...{ store: store.todos, wakeUps: store.wakeUps, holder: 'me', now, logger: silentLogger },
      handlers: {
        ...forAllKinds({ prepare: async () => ({ later: new Map(), handOver: async () => [] }) }),
        request: makeTellRequests({ ...deps, newId: store.newId }),
        living_post: living,
      },
      onHandedOver: () => undefined,
    });
    return async () => handOver(await store.wakeUps.take(clock, 500, 'me'));
  }

  function edited({ target, text, choices }: OutgoingReply): PostId {
    if (refuses !== undefined) throw refuses;
    const post = target.kind === 'edit' ? posts.get(target.postId) : undefined;
    if (target.kind !== 'edit' || post === undefined) throw new Error('This is no edit of a post.');
    edits += 1;
    posts.set(target.postId, { ...post, text, choices });
    return target.postId;
  }
  /** What waits in the outbox goes out. */
  async function deliver(): Promise<void> {
    for (const { id, target, text, choices } of await store.outbox.take(clock, MINUTE_MS, 500)) {
      const postId = `post of ${id}` as PostId;
      posts.set(postId, { replyId: id, to: target, text, choices });
      await store.outbox.sent(id, postId, clock);
    }
  }
  async function pass(ms: number): Promise<void> {
    for (const end = clock + ms; clock < end;) {
      clock += SECOND_MS;
      await look();
      await deliver();
    }
  }
  const own = (name: string) => ({ actorId: userId(name), listId: personList(userId(name)) });
  /** Ann asks Bob, who is told. */
  async function ask(...texts: string[]): Promise<TodoId[]> {
    const { todos } = await store.acts.send(
      own('ann'),
      texts.map((text) => ({ text })),
      [userId('bob')],
    );
    await pass(20 * SECOND_MS);
    return todos.map(({ id }) => id);
  }
  const takeBack = (...ids: TodoId[]) => store.acts.takeBack(own('ann'), { sent: ids }, 'UTC');
  const shown = () =>
    [...posts.values()].map(({ text, choices }) => [
      text.split('\n`accept')[0],
      ...(choices?.offered ?? []).map((choice) =>
        'options' in choice ? choice.options.map(({ label }) => label).join('|') : choice.label,
      ),
    ]);
  const living = async () => (await database.query('select key from living_post')).length;
  const named = async () => (await database.query('select id from living_post_todo')).length;
  const BUTTONS = ['Accept', 'Decline…', 'Done'];
  const WAITS = ['**A request**: **1** Plan · from @ann', ...BUTTONS];

  it('is not edited while it waits, whatever else happens', async () => {
    await ask('Plan');
    await store.acts.add(own('bob'), [{ text: 'milk' }]);
    await pass(HOUR_MS);
    expect([shown(), edits]).toEqual([[WAITS], 0]);
  });

  it.each<[string, (id: TodoId) => Promise<unknown>, string]>([
    ['taken back', (id) => takeBack(id), 'Plan · from @ann · taken back'],
    [
      'taken back, and then becomes something else',
      async (id) => {
        await takeBack(id);
        await store.acts.edit(own('ann'), { ids: [id] }, { text: 'Secret' });
        await store.acts.assign(own('ann'), { ids: [id] }, userId('carol'), oneZone('UTC'));
      },
      'Plan · from @ann · taken back',
    ],
    [
      'accepted elsewhere',
      (id) => store.acts.accept(own('bob'), { ids: [id] }, 'UTC'),
      '**1** Plan · from @ann · accepted',
    ],
    [
      'declined elsewhere',
      (id) => store.acts.decline(own('bob'), { ids: [id] }, 'no time'),
      '**1** Plan · from @ann · declined: no time',
    ],
    [
      'done elsewhere',
      (id) => store.acts.complete(own('bob'), { ids: [id] }),
      '**1** Plan · from @ann · done',
    ],
    [
      'sent on',
      (id) => store.acts.assign(own('bob'), { ids: [id] }, userId('carol'), oneZone('UTC')),
      'Plan · from @ann · sent on to @carol',
    ],
    [
      'taken back and deleted',
      async (id) => {
        await takeBack(id);
        await store.acts.remove(own('ann'), { ids: [id] });
      },
      'Plan · from @ann · taken back',
    ],
  ])('says that it was %s, once and without buttons', async (_what, end, said) => {
    const [id] = (await ask('Plan')) as [TodoId];
    await end(id);
    await pass(20 * SECOND_MS);
    expect(shown()[0]).toEqual([`**A request**: ${said}`]);
    expect(edits).toBe(1);
    expect([...posts.values()].filter(({ to }) => JSON.stringify(to).includes(userId('bob')))).toHaveLength(
      1,
    );
  });

  it('says the words that the asker gave it while it waited, and keeps to them once it is taken back', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await store.acts.edit(own('ann'), { sent: [id] }, { text: 'Plan B' });
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([['**A request**: **1** Plan B · from @ann', ...BUTTONS]]);
    await takeBack(id);
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([['**A request**: Plan B · from @ann · taken back']]);
  });

  it('keeps to the words in which it waited last, also where it got them while it was taken back', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    const { id: changeId } = await takeBack(id);
    await store.acts.edit(own('ann'), { ids: [id] }, { text: 'Plan B' });
    await store.acts.undo(own('ann'), changeId);
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([['**A request**: **1** Plan B · from @ann', ...BUTTONS]]);
    await takeBack(id);
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([['**A request**: Plan B · from @ann · taken back']]);
  });

  it('has its buttons back when the answer is undone', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await store.acts.accept(own('bob'), { ids: [id] }, 'UTC');
    await pass(10 * SECOND_MS);
    await store.acts.undo(own('bob'));
    await pass(10 * SECOND_MS);
    expect([shown(), edits]).toEqual([[WAITS], 2]);
    await store.acts.assign(own('bob'), { ids: [id] }, userId('carol'), oneZone('UTC'));
    await store.acts.undo(own('bob'));
    await pass(10 * SECOND_MS);
    expect(shown()[0]).toEqual(WAITS);
  });

  it('waits again when taking it back is undone, and no second one comes', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await takeBack(id);
    await pass(10 * SECOND_MS);
    await store.acts.undo(own('ann'));
    await pass(10 * SECOND_MS);
    expect([shown(), edits]).toEqual([[WAITS], 2]);
  });

  it('waits again beside what is asked at the same moment, which has a message of its own', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await takeBack(id);
    await pass(10 * SECOND_MS);
    await store.acts.undo(own('ann'));
    await ask('Lamp');
    expect(shown()).toEqual([WAITS, ['**A request**: **2** Lamp · from @ann', ...BUTTONS]]);
  });

  it('comes anew when taking it back is undone and it was deleted meanwhile', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await takeBack(id);
    await pass(10 * SECOND_MS);
    posts.clear();
    refuses = new DeliveryError('not found', { permanent: true });
    await store.acts.undo(own('ann'));
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([WAITS]);
  });

  it('comes anew when taking it back is undone and it never arrived', async () => {
    const { todos } = await store.acts.send(own('ann'), [{ text: 'Plan' }], [userId('bob')]);
    clock += 3 * SECOND_MS;
    await look();
    const sent = await store.outbox.take(clock, MINUTE_MS, 500);
    for (const { id } of sent) await store.outbox.drop(id, clock, 'refused');
    await takeBack(...todos.map(({ id }) => id));
    await pass(10 * SECOND_MS);
    await store.acts.undo(own('ann'));
    await pass(10 * SECOND_MS);
    expect([sent.length, shown()]).toEqual([1, [WAITS]]);
  });

  it('comes anew when it is taken back and sent anew, and when it is asked for again', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    await takeBack(id);
    await pass(10 * SECOND_MS);
    await store.acts.assign(own('ann'), { ids: [id] }, userId('bob'), oneZone('UTC'));
    await pass(10 * SECOND_MS);
    expect(posts.size).toBe(2);
    clock += DAY_MS;
    await store.acts.bump(own('ann'), { sent: [id] });
    await pass(10 * SECOND_MS);
    expect(posts.size).toBe(3);
  });

  it('says that it is asked again in the message of that alone, and as long as that is not undone', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    clock += DAY_MS;
    await store.acts.bump(own('ann'), { sent: [id] });
    await pass(10 * SECOND_MS);
    const said = () => shown().map(([text]) => text);
    const row = '**A request**: **1** Plan · from @ann';
    expect(said()).toEqual([row, `${row} · asked again`]);
    await store.acts.edit(own('ann'), { sent: [id] }, { text: 'Plan B' });
    await pass(10 * SECOND_MS);
    const other = row.replace('Plan', 'Plan B');
    expect(said()).toEqual([other, `${other} · asked again`]);
    await store.acts.undo(own('ann'));
    await store.acts.undo(own('ann'));
    await pass(10 * SECOND_MS);
    expect(said()).toEqual([row, row]);
  });

  it('says in the newest message alone that it is asked again, and in none once the last time is undone', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    for (const _day of ['the second', 'the third']) {
      clock += DAY_MS;
      await store.acts.bump(own('ann'), { sent: [id] });
      await pass(10 * SECOND_MS);
    }
    const said = () => shown().map(([text]) => text);
    const row = '**A request**: **1** Plan · from @ann';
    expect(said()).toEqual([row, row, `${row} · asked again`]);
    await store.acts.undo(own('ann'));
    await pass(10 * SECOND_MS);
    expect(said()).toEqual([row, row, row]);
  });

  it('of several says what became of one, and offers the others', async () => {
    const [a, b, c] = (await ask('A', 'B', 'C')) as [TodoId, TodoId, TodoId];
    expect(shown()).toEqual([[expect.stringContaining('**3 requests**'), '1 A|2 B|3 C']]);
    await takeBack(b);
    await pass(10 * SECOND_MS);
    expect(shown()).toEqual([[expect.stringMatching(/^\*\*2 requests\*\*:\n.* A .*\n.* C /), '1 A|3 C']]);
    expect([...posts.values()][0]?.text).toMatch(/\n\n\*\*·\*\* B · from @ann · taken back$/);
    await store.acts.accept(own('bob'), { ids: [a] }, 'UTC');
    await pass(10 * SECOND_MS);
    expect([...posts.values()][0]?.text).toMatch(
      /^\*\*A request\*\*: \*\*3\*\* C[^]*\n\n.*B · from @ann · taken back\n.*A · from @ann · accepted$/,
    );
    await takeBack(c);
    await pass(10 * SECOND_MS);
    expect(shown()[0]).toHaveLength(1);
    expect(edits).toBe(3);
  });

  it('is edited once when all of it is taken back at once', async () => {
    const ids = await ask(...Array.from({ length: 20 }, (_, n) => `Thing ${n}`));
    await takeBack(...ids);
    await pass(10 * SECOND_MS);
    expect([edits, shown()[0]?.length]).toEqual([1, 1]);
  });

  it('is one edit each when very many are taken back one after the other, and waits out a limit', async () => {
    const ids: TodoId[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(...(await ask(`Thing ${n}`)));
    refuses = new DeliveryError('slow down', { permanent: false, retryAfterMs: 5_000, pausesAll: true });
    await takeBack(...ids);
    await pass(4 * SECOND_MS);
    expect(edits).toBe(0);
    refuses = undefined;
    await pass(MINUTE_MS);
    expect(edits).toBe(12);
    expect(shown().every((post) => post.length === 1)).toBe(true);
  });

  it('is let go when it was deleted or may not be edited, without a word', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    refuses = new DeliveryError('gone', { permanent: false, isForbidden: true });
    await takeBack(id);
    await pass(10 * SECOND_MS);
    expect([await living(), await named(), posts.size]).toEqual([0, 0, 1]);
  });

  it('is let go of somebody who is gone, and after a month', async () => {
    const [id] = (await ask('Plan')) as [TodoId];
    clock += 31 * DAY_MS;
    await pass(SECOND_MS);
    expect([await living(), await named(), shown()]).toEqual([0, 0, [WAITS]]);
    await takeBack(id);
    await ask('Another');
    people.signOut('bob');
    await store.acts.edit(own('ann'), { ids: [id] }, { text: 'x' });
    await database.query("update wake_up set due_at = 0 where kind = 'living_post' returning key");
    await pass(10 * SECOND_MS);
    expect([await living(), edits]).toEqual([0, 0]);
  });

  it('offers its answers for a month and no longer, also where it was written anew late in it', async () => {
    const untilOf = () => [...posts.values()].map(({ choices }) => choices?.until);
    const [id] = (await ask('Plan')) as [TodoId];
    const until = untilOf()[0] ?? 0;
    expect(until).toBeGreaterThan(clock + 29 * DAY_MS);
    expect(until).toBeLessThanOrEqual(clock + 30 * DAY_MS);
    clock += 29 * DAY_MS;
    await store.acts.edit(own('ann'), { sent: [id] }, { text: 'Plan B' });
    await pass(10 * SECOND_MS);
    expect([shown()[0]?.[0], untilOf()]).toEqual(['**A request**: **1** Plan B · from @ann', [until]]);
  });

  it('that was taken back at the very moment at which it was told says so, too', async () => {
    const { todos } = await store.acts.send(own('ann'), [{ text: 'Plan' }], [userId('bob')]);
    clock += 3 * SECOND_MS;
    await look();
    await takeBack(...todos.map(({ id }) => id));
    await pass(20 * SECOND_MS);
    expect(shown()).toEqual([['**A request**: Plan · from @ann · taken back']]);
  });

  describe('below which somebody presses', () => {
    const replyId = () => [...posts.values()][0]?.replyId;
    const write = (text: string) => {
      const [postId, post] = [...posts][0] as [PostId, Post];
      posts.set(postId, { ...post, text, choices: undefined });
    };

    it('stays as the press has it, until something changes again', async () => {
      const [id] = (await ask('Plan')) as [TodoId];
      await pressed.during(
        replyId(),
        () => store.acts.accept(own('bob'), { ids: [id] }, 'UTC'),
        () => 'stands',
      );
      write('Accepted.');
      await pass(MINUTE_MS);
      expect([shown(), edits]).toEqual([[['Accepted.']], 0]);
      await store.acts.undo(own('bob'));
      await pass(10 * SECOND_MS);
      expect([shown(), edits]).toEqual([[WAITS], 1]);
    });

    it('offers the answers again when the press took one back, and not before the answer to it is there', async () => {
      const [id] = (await ask('Plan')) as [TodoId];
      await store.acts.accept(own('bob'), { ids: [id] }, 'UTC');
      await pass(10 * SECOND_MS);
      await pressed.during(
        replyId(),
        () => store.acts.undo(own('bob')),
        () => 'passes',
      );
      await look();
      expect(edits).toBe(1);
      write('Undone.');
      await pass(10 * SECOND_MS);
      expect([shown(), edits]).toEqual([[WAITS], 2]);
    });

    it('offers the answers again also when taking back took longer than the next edit', async () => {
      const [id] = (await ask('Plan')) as [TodoId];
      await store.acts.accept(own('bob'), { ids: [id] }, 'UTC');
      await pass(10 * SECOND_MS);
      await pressed.during(
        replyId(),
        async () => {
          await store.acts.undo(own('bob'));
          await pass(5 * SECOND_MS);
        },
        () => 'passes',
      );
      write('Undone.');
      await pass(10 * SECOND_MS);
      expect(shown()).toEqual([WAITS]);
    });

    describe('and fills in a form', () => {
      /** Bob declines, and has the message say so. */
      const decline = (id: TodoId) =>
        pressed.during(
          replyId(),
          () => store.acts.decline(own('bob'), { ids: [id] }, 'no time'),
          () => ({ postId: [...posts.keys()][0] as PostId, text: 'Declined.', choices: { offered: [] } }),
        );

      it('stays as the form has it, until something changes again', async () => {
        const [id] = (await ask('Plan')) as [TodoId];
        await decline(id);
        await pass(MINUTE_MS);
        expect([shown()[0], edits]).toEqual([['Declined.'], 1]);
        await store.acts.undo(own('bob'));
        await pass(10 * SECOND_MS);
        expect(shown()[0]).toEqual(WAITS);
      });

      it('shows what is where that could not be written at once, and nothing is written later', async () => {
        const [id] = (await ask('Plan')) as [TodoId];
        refuses = new DeliveryError('slow down', { permanent: false, retryAfterMs: 1_000 });
        await decline(id);
        refuses = undefined;
        await pass(MINUTE_MS);
        expect([shown()[0], edits]).toEqual([
          ['**A request**: **1** Plan · from @ann · declined: no time'],
          1,
        ]);
      });

      it('shows what the asker changed while that was written', async () => {
        const [id] = (await ask('Plan')) as [TodoId];
        meanwhile = async () => {
          await takeBack(id);
          await pass(5 * SECOND_MS);
        };
        await decline(id);
        await pass(MINUTE_MS);
        expect(shown()[0]).toEqual(['**A request**: Plan · from @ann · taken back']);
      });
    });

    it('is pressed all the same where nobody keeps it true', async () => {
      const press = async () => 'pressed';
      expect(await pressed.during('another', press, () => 'stands')).toEqual({ pressed: 'pressed' });
      expect(await pressed.during(undefined, press, () => 'stands')).toEqual({ pressed: 'pressed' });
    });
  });
});
