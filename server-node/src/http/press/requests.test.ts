import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aboutAsked, queuedPost, requestsPostKey } from '../../living-posts/living-post.ts';
import { signChoices } from '../../presses/sentence.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { PRESSABLE_MS } from '../../replies/choices.ts';
import type { Attachment } from '../../replies/pressable.ts';
import type { ReplyId } from '../../replies/reply.ts';
import { outcomesMessage, requestsMessage } from '../../requests/request-messages.ts';
import { AppError } from '../../shared/app-error.ts';
import { DAY_MS } from '../../shared/time.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { choose, fillIn, press, postWith, shownIn } from '../../testing/press-below.ts';
import { postId, userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { Todo } from '../../todos/todo.ts';

describe('a request', () => {
  let backend: Backend;
  let plan: Todo;
  let count = 0;
  let [ann, bob] = ['', ''];

  beforeAll(async () => void (backend = await openBackend()));
  afterAll(() => backend.close());
  beforeEach(async () => {
    count += 1;
    [ann, bob] = [`ann${count}x`, `bob${count}x`];
    for (const name of [ann, bob]) backend.people.add(name, { timeZone: 'UTC' });
    backend.people.add('eve');
    plan = await sent('Review the plan');
  });

  const own = (name: string) => ({ actorId: userId(name), listId: personList(userId(name)) });
  async function sent(text: string): Promise<Todo> {
    return (await backend.acts.send(own(ann), [{ text }], [userId(bob)])).todos[0] as Todo;
  }
  const now = ({ id }: Todo) => backend.acts.find(id);
  const told = (name: string) => ({
    ...{ personId: userId(name), zone: 'UTC', texts: textsIn('en'), now: Date.now() },
    names: new Map([ann, bob].map((one) => [userId(one), `@${one}`])),
  });
  let posts = 0;
  const until = Date.now() + DAY_MS;
  async function posted(...todos: Todo[]) {
    const name = `request${(posts += 1)}`;
    return {
      name,
      signed: await postWith(
        backend,
        name,
        requestsMessage(todos, told(bob), { until, again: new Set() }).choices,
      ),
    };
  }
  /** The message by which bob was told of the plan. */
  async function keptTrue(name: string, toldAt: number): Promise<ReplyId> {
    const [replyId, about] = [`reply ${name}` as ReplyId, aboutAsked(userId(bob))];
    const key = requestsPostKey(replyId);
    await backend.store.todos.transaction(async ({ livingPosts }) => {
      await livingPosts.put(queuedPost({ key, kind: 'requests', about, replyId, shown: '' }, toldAt));
      await livingPosts.name(key, [{ todoId: plan.id, text: plan.text, toldAt }]);
    });
    return replyId;
  }
  const labelsOf = (answer: Parameters<typeof shownIn>[0]) => shownIn(answer).map(({ label }) => label);
  const optionsIn = ({ body: { update } }: Parameters<typeof shownIn>[0]) =>
    ((update?.props['attachments'] ?? []) as Attachment[])
      .flatMap(({ actions }) => actions)
      .flatMap(({ options }) => options ?? [])
      .map(({ text }) => text);
  const signedOf = (answer: Parameters<typeof shownIn>[0], label: string) =>
    shownIn(answer).find((one) => one.label === label)?.signed;

  it('is accepted by one press, and undo puts it back', async () => {
    const { name, signed } = await posted(plan);
    const answer = await press(backend, bob, name, signed[0]);
    expect(answer.body.update?.message).toBe('Accepted: **1** Review the plan');
    expect(labelsOf(answer)).toEqual(['Undo']);
    expect(await now(plan)).toMatchObject({ state: 'open', request: 'accepted' });
    await press(backend, bob, name, signedOf(answer, 'Undo'));
    expect(await now(plan)).toMatchObject({ state: 'waiting', request: 'waiting' });
  });

  it('is sent no more by the Undo below what was sent, which names whoever had it', async () => {
    const { id } = await backend.acts.send(own(ann), [{ text: 'Bring cake' }], [userId(bob)]);
    const undo = { label: 'Undo', act: { kind: 'undo' as const, changeId: id } };
    const [signed] = await postWith(backend, `sent${count}`, { offered: [undo] });
    const answer = await press(backend, ann, `sent${count}`, signed);
    expect(answer.body.update?.message).toBe(`Sending to @\u2060${bob} undone: Bring cake`);
  });

  it('is done by one press', async () => {
    const { name, signed } = await posted(plan);
    const answer = await press(backend, bob, name, signed[2]);
    expect(answer.body.update?.message).toBe('Done: **1** Review the plan');
    expect(await now(plan)).toMatchObject({ state: 'done', request: 'accepted' });
  });

  it('is declined in a form, with a reason or without', async () => {
    const { name, signed } = await posted(plan);
    await press(backend, bob, name, signed[1]);
    const { form, state } = backend.forms.at(-1) ?? { form: undefined, state: '' };
    expect(form).toMatchObject({ title: 'Decline', about: 'Review the plan' });
    expect((await fillIn(backend, bob, state, { reason: 'x'.repeat(1_001) })).body.errors).toHaveProperty(
      'reason',
    );
    expect(await now(plan)).toMatchObject({ state: 'waiting' });
    expect((await fillIn(backend, 'eve', state, { reason: 'ha' })).body.error).toMatch(/for somebody else/);
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect(await now(plan)).toMatchObject({ state: 'declined', requestReason: 'no time' });
    const [edit] = await backend.replies();
    expect(edit).toMatchObject({
      target: { kind: 'edit' },
      text: `Declined: **1** Review the plan · from @${ann} · no time`,
    });
  });

  it('is not declined in a form that asked about other words, which keeps the reason', async () => {
    const { name, signed } = await posted(plan);
    await press(backend, bob, name, signed[1]);
    const { state = '' } = backend.forms.at(-1) ?? {};
    await backend.acts.edit(own(ann), { sent: [plan.id] }, { text: 'Review both plans' });
    const { error } = (await fillIn(backend, bob, state, { reason: 'no time' })).body;
    expect(error).toMatch(/changed in the meantime, so nothing was done.*Review both plans/);
    expect([await now(plan), await backend.replies()]).toMatchObject([{ state: 'waiting' }, []]);
    await press(backend, bob, name, signed[1]);
    const again = backend.forms.at(-1);
    expect(again?.form).toMatchObject({ about: 'Review both plans' });
    expect((await fillIn(backend, bob, again?.state ?? '', { reason: 'no time' })).body).toEqual({});
    expect(await now(plan)).toMatchObject({ state: 'declined', requestReason: 'no time' });
    expect((await fillIn(backend, bob, again?.state ?? '', { reason: 'no time' })).body).toEqual({});
    await backend.replies();
  });

  it('is declined in a form though it was asked again meanwhile', async () => {
    const daysAgo = () => Date.now() - 2 * DAY_MS;
    const acts = makeActs({ store: backend.store.todos, now: daysAgo, newId: makeNewId(daysAgo) });
    const { todos } = await acts.send(own(ann), [{ text: 'Call the bank' }], [userId(bob)]);
    const [call] = todos as [Todo];
    const { name, signed } = await posted(call);
    await press(backend, bob, name, signed[1]);
    const { state = '' } = backend.forms.at(-1) ?? {};
    await backend.acts.bump(own(ann), { sent: [call.id] });
    expect((await now(call)).version).toBe(call.version + 1);
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect(await now(call)).toMatchObject({ state: 'declined', requestReason: 'no time' });
    await backend.replies();
  });

  it('that waits again is not said to be declined when the same form arrives once more', async () => {
    const { name, signed } = await posted(plan);
    await press(backend, bob, name, signed[1]);
    const { state = '' } = backend.forms.at(-1) ?? {};
    await fillIn(backend, bob, state, { reason: 'no time' });
    expect(await backend.replies()).toHaveLength(1);
    await backend.acts.undo(own(bob));
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect([await now(plan), await backend.replies()]).toMatchObject([{ state: 'waiting' }, []]);
    await keptTrue(name, Date.now());
    const before = backend.written.length;
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect([backend.written.length, await backend.replies()]).toEqual([before, []]);
  });

  it('is declined in a form though it is written anew for a moment, and not tried without end', async () => {
    const { name, signed } = await posted(plan);
    await press(backend, bob, name, signed[1]);
    const { state = '' } = backend.forms.at(-1) ?? {};
    const decline = jest.spyOn(backend.acts, 'decline');
    const conflicts = (times: number) => {
      for (let time = 0; time < times; time += 1)
        decline.mockRejectedValueOnce(new AppError('version_conflict', 'Changed.'));
    };
    conflicts(3);
    const { error } = (await fillIn(backend, bob, state, { reason: 'no time' })).body;
    expect(error).toMatch(/changed in the meantime, so nothing was done/);
    expect(await now(plan)).toMatchObject({ state: 'waiting' });
    conflicts(2);
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect(await now(plan)).toMatchObject({ state: 'declined' });
    decline.mockRestore();
    await backend.replies();
  });

  it('is answered by a press and in a form also when the database is away for a moment', async () => {
    const other = await sent('Water plants');
    const find = jest.spyOn(backend.store.livingPosts, 'named');
    const goesAway = () => find.mockRejectedValueOnce(new AppError('store_unavailable', 'Away.'));
    const { name, signed } = await posted(plan);
    goesAway();
    const answer = await press(backend, bob, name, signed[0]);
    expect(answer.body.update?.message).toBe('Accepted: **1** Review the plan');
    const second = await posted(other);
    await press(backend, bob, second.name, second.signed[1]);
    goesAway();
    const { state = '' } = backend.forms.at(-1) ?? {};
    expect((await fillIn(backend, bob, state, { reason: 'no time' })).body).toEqual({});
    expect(await now(other)).toMatchObject({ state: 'declined' });
    find.mockRestore();
    await backend.replies();
  });

  it('has nothing below its message that could be pressed for longer than the message is kept true', async () => {
    const { name, signed } = await posted(plan);
    const toldAt = Date.now() - 29 * DAY_MS;
    const replyId = await keptTrue(name, toldAt);
    await press(backend, bob, name, signed[1]);
    const { state = '' } = backend.forms.at(-1) ?? {};
    await fillIn(backend, bob, state, { reason: 'no time' });
    expect(await backend.replies()).toEqual([]);
    const { target, choices } = backend.written.at(-1) ?? {};
    expect(target).toEqual({ kind: 'edit', postId: postId(name) });
    expect(choices).toMatchObject({ offered: [{ label: 'Undo' }], until: toldAt + PRESSABLE_MS });
    await backend.acts.undo(own(bob));
    const [accept] = requestsMessage([await now(plan)], told(bob), { until, again: new Set() }).choices
      .offered;
    const [again] = await signChoices(
      backend.signer,
      { offered: accept === undefined ? [] : [accept] },
      { reply: replyId },
      Date.now(),
    );
    const answer = await press(backend, bob, name, again?.signed);
    expect(labelsOf(answer)).toEqual(['Undo']);
    const said: unknown = JSON.parse(signedOf(answer, 'Undo')?.sentence ?? '{}');
    expect(said).toMatchObject({ until: toldAt + PRESSABLE_MS });
  });

  it('of several is chosen first, and what else waits stays below', async () => {
    const other = await sent('Water plants');
    const { name, signed } = await posted(plan, other);
    const chosen = await press(backend, bob, name, signed[0], choose(1));
    expect(chosen.body.update?.message).toBe(`**2** Water plants · from @\u2060${ann}`);
    expect(labelsOf(chosen)).toEqual(['Accept', 'Decline…', 'Done', 'The others…']);
    const back = await press(backend, bob, name, signedOf(chosen, 'The others…'));
    expect(labelsOf(back)).toEqual(['Answer…']);
    const again = await press(backend, bob, name, signedOf(back, 'Answer…'), choose(0));
    const answer = await press(backend, bob, name, signedOf(again, 'Accept'));
    expect(answer.body.update?.message).toBe(
      `Accepted: **1** Review the plan\n\n**1 request waits for you**\n**2** Water plants · from @\u2060${ann}`,
    );
    expect(labelsOf(answer)).toEqual(['Undo', 'Accept', 'Decline…', 'Done']);
    const last = await press(backend, bob, name, signedOf(answer, 'Done'));
    expect(last.body.update?.message).toBe('Done: **2** Water plants');
    const none = await press(backend, bob, name, signedOf(chosen, 'The others…'));
    expect(none.body.update?.message).toMatch(/Nothing here waits/);
  });

  it('that changed since is shown as it is now, and not accepted unseen', async () => {
    const { name, signed } = await posted(plan);
    await backend.acts.edit(own(ann), { sent: [plan.id] }, { text: 'Review both plans' });
    const answer = await press(backend, bob, name, signed[0]);
    expect(answer.body.ephemeral_text).toMatch(/changed in the meantime.*Review both plans/);
    expect(await now(plan)).toMatchObject({ state: 'waiting' });
    const accepted = await press(backend, bob, name, signedOf(answer, 'Accept'));
    expect(accepted.body.update?.message).toBe('Accepted: **1** Review both plans');
  });

  it.each([0, 1, 2])(
    'that was taken back meanwhile cannot be answered any more: button %s',
    async (button) => {
      const { name, signed } = await posted(plan);
      await backend.acts.takeBack(own(ann), { sent: [plan.id] }, 'UTC');
      const answer = await press(backend, bob, name, signed[button]);
      expect(answer.body.ephemeral_text).toMatch(new RegExp(`taken back by @.*${ann}`));
      expect(await now(plan)).toMatchObject({ state: 'open', listId: personList(userId(ann)) });
    },
  );

  it('taken back and accepted at once ends as one of both, and says so to both', async () => {
    const { name, signed } = await posted(plan);
    const [answer, back] = await Promise.all([
      press(backend, bob, name, signed[0]),
      backend.acts.takeBack(own(ann), { sent: [plan.id] }, 'UTC').then(
        () => 'back' as const,
        (error: { code: string }) => error.code,
      ),
    ]);
    const { state, request } = await now(plan);
    const isAccepted = answer.body.update !== undefined;
    expect(state).toBe('open');
    expect(request).toBe(isAccepted ? 'accepted' : null);
    expect(back === 'back').toBe(!isAccepted);
  });

  it.each([0, 1, 2])('is not for others to answer: button %s', async (button) => {
    const { name, signed } = await posted(plan);
    const before = await now(plan);
    for (const other of [ann, 'eve']) {
      const answer = await press(backend, other, name, signed[button]);
      expect(answer.body.ephemeral_text).toMatch(/for somebody else/);
    }
    expect(await now(plan)).toEqual(before);
  });

  it('is not answered by a button of another message, nor by a forged one', async () => {
    const { signed } = await posted(plan);
    const { name } = await posted(plan);
    const [accept] = signed;
    expect((await press(backend, bob, name, accept)).body.ephemeral_text).toMatch(/not one that I made/);
    const forged = { sentence: accept?.sentence ?? '', signature: 'A'.repeat(43) };
    expect((await press(backend, bob, name, forged)).body.ephemeral_text).toMatch(/not one that I made/);
    expect(await now(plan)).toMatchObject({ state: 'waiting' });
  });

  it('pressed twice is answered once', async () => {
    const { name, signed } = await posted(plan);
    const first = await press(backend, bob, name, signed[0]);
    const again = await press(backend, bob, name, signed[0]);
    expect(again.body.update?.message).toBe(first.body.update?.message);
    expect((await now(plan)).version).toBe(plan.version + 1);
  });

  it('that was declined is taken back by whoever asked, and by nobody else', async () => {
    await backend.acts.decline(own(bob), { ids: [plan.id] }, 'no');
    const name = `outcome${count}`;
    const [back] = await postWith(backend, name, outcomesMessage([await now(plan)], told(ann)).choices);
    expect((await press(backend, bob, name, back)).body.ephemeral_text).toMatch(/for somebody else/);
    const answer = await press(backend, ann, name, back);
    expect(answer.body.update?.message).toBe('Back in your list: **1** Review the plan');
    expect(labelsOf(answer)).toEqual(['Undo']);
    expect(await now(plan)).toMatchObject({ state: 'open', listId: personList(userId(ann)) });
  });

  it('of several is taken back below the news of all, which stays, and again after Undo', async () => {
    const [water, post] = [await sent('Water plants'), await sent('Fetch the post')];
    await backend.acts.decline(own(bob), { ids: [plan.id] }, 'no');
    await backend.acts.accept(own(bob), { ids: [water.id] }, 'UTC');
    await backend.acts.decline(own(bob), { ids: [post.id] }, '');
    const name = `news${count}`;
    const news = await Promise.all([plan, water, post].map(now));
    const [select] = await postWith(backend, name, outcomesMessage(news, told(ann)).choices);
    const answer = await press(backend, ann, name, select, choose(0));
    const rows = [
      `**·** Water plants · @\u2060${bob}: accepted`,
      `**·** Fetch the post · @\u2060${bob}: declined`,
    ];
    const others = `**News of 2 that you sent**:\n${rows.join('\n')}`;
    const back = (number: number) => `Back in your list: **${number}** Review the plan\n\n${others}`;
    expect(answer.body.update?.message).toBe(back(1));
    expect(optionsIn(answer)).toEqual(['Fetch the post']);
    const undone = await press(backend, ann, name, signedOf(answer, 'Undo'));
    expect(undone.body.update?.message).toBe(
      `Taking back undone: Review the plan (is declined)\n\n${others}`,
    );
    expect(optionsIn(undone)).toEqual(['Review the plan', 'Fetch the post']);
    let before = undone;
    for (const number of [2, 3]) {
      const again = await press(backend, ann, name, signedOf(before, 'Take back…'), choose(0));
      expect(again.body.update?.message).toBe(back(number));
      expect(await now(plan)).toMatchObject({ state: 'open', listId: personList(userId(ann)) });
      before = await press(backend, ann, name, signedOf(again, 'Undo'));
      expect(await now(plan)).toMatchObject({ state: 'declined' });
    }
  });

  it('that was taken back does not come again by Undo to somebody who wants no more of them', async () => {
    const { id: changeId } = await backend.acts.takeBack(own(ann), { sent: [plan.id] }, 'UTC');
    const name = `back${count}`;
    const [undo] = await postWith(backend, name, {
      offered: [{ label: 'Undo', act: { kind: 'undo', changeId } }],
    });
    await backend.personSettings.change(userId(bob), { blocked: [userId(ann)] });
    const answer = await press(backend, ann, name, undo);
    expect(answer.body.ephemeral_text).toMatch(/takes no to-dos from others/);
    expect(await now(plan)).toMatchObject({ state: 'open', listId: personList(userId(ann)) });
  });
});
