import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { fillIn, press, postWith, shownIn } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';

const ANNS = { actorId: userId('ann'), listId: personList(userId('ann')) };

const TOWN = channelId('town');

describe('a form', () => {
  let backend: Backend;
  let state: string;
  let count = 0;

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann', { channels: ['town', 'old'] });
    backend.people.archive('old');
    backend.people.add('eve');
    backend.people.add('far', { teams: ['far'] });
    backend.people.add('robot', { isBot: true });
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    const name = `post${(count += 1)}`;
    const [signed] = await postWith(backend, name, {
      offered: [{ label: 'Add…', act: { kind: 'add_form', listId: ANNS.listId } }],
    });
    expect(await press(backend, 'ann', name, signed)).toEqual({
      status: 200,
      body: { skip_slack_parsing: true },
    });
    state = backend.forms.at(-1)?.state ?? '';
    await backend.replies();
  });

  const texts = async () =>
    (await backend.acts.page(ANNS.listId, { state: 'open', limit: 99 })).todos.map(({ text }) => text);

  it('opens for whoever pressed, with the trigger of the press', () => {
    expect(backend.forms.at(-1)).toMatchObject({
      triggerId: 'trigger',
      form: {
        title: 'New to-do',
        fields: [
          { name: 'text' },
          { name: 'day', type: 'date', optional: true },
          { name: 'time', optional: true },
          { name: 'list', type: 'channel', optional: true },
          { name: 'person', type: 'person', optional: true },
        ],
      },
    });
  });

  it('is taken, and the post below which it was asked for is rewritten', async () => {
    expect(await fillIn(backend, 'ann', state, { text: 'Buy bread' })).toEqual({ status: 200, body: {} });
    expect(await texts()).toContain('Buy bread');
    const [reply] = await backend.replies();
    expect(reply).toMatchObject({
      target: { kind: 'edit', postId: `post${count}`.padEnd(26, '0') },
      text: expect.stringContaining('Buy bread'),
    });
    expect(reply?.text).toMatch(/^Added: \*\*\d+\*\* Buy bread\n\n\*\*\d+ open\*\*\n/);
    expect(reply?.choices?.offered.map(({ label }) => label)).toEqual(['Undo', 'Done…', 'Add…']);
  });

  it.each<[string, object, string]>([
    ['of a picker', { day: '2036-12-04', time: '' }, '2036-12-04'],
    ['of a picker and a time', { day: '2036-12-04', time: '5pm' }, '2036-12-04T17:00'],
    ['in words, where there is no picker', { day: 'December 4 2036 5pm', time: null }, '2036-12-04T17:00'],
    ['in the second field alone', { time: 'December 4 2036' }, '2036-12-04'],
  ])('takes a date %s, and leaves the words of the text alone', async (_what, when, due) => {
    const text = `Read tomorrow's paper ${due} ${JSON.stringify(when)}`;
    expect((await fillIn(backend, 'ann', state, { text, ...when })).body).toEqual({});
    const { todos } = await backend.acts.page(ANNS.listId, { state: 'open', limit: 99 });
    expect(todos.find((todo) => todo.text === text)).toMatchObject({ due });
  });

  it.each<[string, object, string]>([
    ['a day that is none', { day: 'banana' }, 'day'],
    ['a time that is none', { day: '2036-12-04', time: 'banana' }, 'time'],
    ['a day that there is not', { time: '31 February' }, 'time'],
    ['a channel that is none', { list: 'Town Square' }, 'list'],
    ['a channel that is closed to the person', { list: channelId('secret') }, 'list'],
    ['a channel that is archived', { list: channelId('old') }, 'list'],
  ])('with %s says so at that field, and nothing is added', async (_what, more, field) => {
    const answer = await fillIn(backend, 'ann', state, { text: 'Never', ...more });
    expect(answer).toEqual({ status: 200, body: { errors: { [field]: expect.any(String) } } });
    expect(await texts()).not.toContain('Never');
    expect(await backend.replies()).toEqual([]);
  });

  it('adds to the list of a channel that is chosen, and says so above the list that was shown', async () => {
    expect((await fillIn(backend, 'ann', state, { text: 'Water', list: TOWN })).body).toEqual({});
    const [inTown] = (await backend.acts.page(channelList(TOWN), { state: 'open', limit: 9 })).todos;
    expect(inTown).toMatchObject({ text: 'Water', creatorId: userId('ann') });
    const [reply, ...others] = await backend.replies();
    expect([reply?.target.kind, others]).toEqual(['edit', []]);
    expect(reply?.text).toMatch(/^Added: \*\*1\*\* Water · .+\n\n/);
    expect(await texts()).not.toContain('Water');
  });

  it('asks the person who is chosen, as `send` does, and takes every text as it is', async () => {
    const filled = { text: '3', day: '2036-12-04', time: '5pm', person: userId('eve') };
    expect((await fillIn(backend, 'ann', state, filled)).body).toEqual({});
    const [asked] = await backend.acts.requests(userId('eve'), 9);
    expect(asked).toMatchObject({
      text: '3',
      state: 'waiting',
      creatorId: userId('ann'),
      due: '2036-12-04T17:00',
    });
    const [reply] = await backend.replies();
    expect(reply?.text).toMatch(/^Sent to @eve: 3 · .*2036 5:00.PM\n\n/);
    expect(await texts()).not.toContain('3');
    await backend.acts.undo(ANNS);
  });

  it('assigns in the list of a channel that is chosen', async () => {
    const filled = { text: 'Water the palms', list: TOWN, person: userId('ann') };
    expect((await fillIn(backend, 'ann', state, filled)).body).toEqual({});
    const { todos } = await backend.acts.page(channelList(TOWN), { state: 'open', limit: 9 });
    const palms = todos.find(({ text }) => text === 'Water the palms');
    expect(palms).toMatchObject({ assigneeId: userId('ann'), due: null });
  });

  it.each<[string, object, RegExp]>([
    ['nobody', { person: userId('nobody') }, /can be found/],
    ['no id', { person: '@eve' }, /can be found/],
    ['somebody far away', { person: userId('far') }, /in no team with you/],
    ['a bot', { person: userId('robot') }, /is a bot/],
    ['somebody who does not read the channel', { person: userId('eve'), list: TOWN }, /cannot read/],
  ])('asks nobody where %s is chosen, and says why at that field', async (_what, more, why) => {
    const answer = await fillIn(backend, 'ann', state, { text: 'Never', ...more });
    expect(answer).toEqual({ status: 200, body: { errors: { person: expect.stringMatching(why) } } });
    expect(await backend.acts.sent({ personId: userId('ann'), doneAfter: 0, limit: 9 })).toEqual([]);
    expect(await backend.replies()).toEqual([]);
  });

  describe('below the list of a channel', () => {
    let below: string;
    beforeEach(async () => {
      const [signed] = await postWith(backend, `town${count}`, {
        offered: [{ label: 'Add…', act: { kind: 'add_form', listId: channelList(TOWN) } }],
      });
      await press(backend, 'ann', `town${count}`, signed);
      below = backend.forms.at(-1)?.state ?? '';
    });

    it("offers this list and one's own", () => {
      const list = backend.forms.at(-1)?.form.fields.find(({ name }) => name === 'list');
      expect(list).toMatchObject({
        type: 'select',
        value: 'this',
        options: [{ value: 'this' }, { value: 'own' }],
      });
    });

    it("tells nobody else what is added to one's own, and tells oneself once", async () => {
      const filled = { text: 'My secret', list: 'own' };
      expect((await fillIn(backend, 'ann', below, filled)).body).toEqual({});
      expect((await fillIn(backend, 'ann', below, filled)).body).toEqual({});
      expect((await texts()).filter((text) => text === 'My secret')).toHaveLength(1);
      expect(await backend.replies()).toMatchObject([
        { target: { kind: 'direct', userId: userId('ann') }, text: expect.stringContaining('My secret') },
      ]);
    });
  });

  it('handed in twice is taken once', async () => {
    await fillIn(backend, 'ann', state, { text: 'Only once' });
    await fillIn(backend, 'ann', state, { text: 'Only once' });
    expect((await texts()).filter((text) => text === 'Only once')).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['an empty field', { text: '  ' }],
    ['no field', {}],
    ['a field of another type', { text: 12 }],
    ['nothing', null],
  ])('with %s says so at the field, and stays open', async (_what, submission) => {
    const before = await texts();
    const answer = await fillIn(backend, 'ann', state, submission);
    expect(answer).toEqual({ status: 200, body: { errors: { text: expect.any(String) } } });
    expect(await texts()).toEqual(before);
  });

  it.each<[string, () => Promise<string>, string, RegExp]>([
    ['handed in by somebody else', async () => state, 'eve', /somebody else/],
    [
      'made up by a client',
      async () => JSON.stringify({ sentence: '{}', signature: 'x' }),
      'ann',
      /not one that I made/,
    ],
    ['without a state', async () => '', 'ann', /not one that I made/],
    [
      'with what a button was given',
      async () => JSON.stringify(await backend.signer.sign('press', formSaid())),
      'ann',
      /not one that I made/,
    ],
    [
      'that stood open for long',
      async () => JSON.stringify(await backend.signer.sign('form', formSaid(Date.now() - 1))),
      'ann',
      /too old/,
    ],
    [
      'of a newer version',
      async () => JSON.stringify(await backend.signer.sign('form', { act: { kind: 'teleport' } })),
      'ann',
      /does not know/,
    ],
  ])('%s is not taken, and says why', async (_what, make, who, says) => {
    const before = await texts();
    const { status, body } = await fillIn(backend, who, await make(), { text: 'Never' });
    expect([status, body.error]).toEqual([200, expect.stringMatching(says)]);
    expect(await texts()).toEqual(before);
    expect(await backend.replies()).toEqual([]);
  });

  const formSaid = (until = Date.now() * 2) => ({
    ...{ act: { kind: 'add', listId: ANNS.listId }, postId: 'p', userId: userId('ann'), until },
  });

  it('that was given up does nothing', async () => {
    const answer = await fillIn(backend, 'ann', state, { text: 'Never' }, { cancelled: true });
    expect(answer).toEqual({ status: 200, body: {} });
    expect(await texts()).not.toContain('Never');
  });

  it.each<[string, string, object, number]>([
    ['without a session', 'nobody', {}, 401],
    ['in the name of somebody else', 'ann', { user_id: userId('eve') }, 403],
  ])('%s is refused', async (_what, who, more, status) => {
    expect(await fillIn(backend, who, state, { text: 'Never' }, more)).toMatchObject({ status });
    expect(await texts()).not.toContain('Never');
  });

  it('is not opened for a list that is not open to whoever presses', async () => {
    const [signed] = await postWith(backend, 'hers', {
      offered: [{ label: 'Add…', act: { kind: 'add_form', listId: ANNS.listId } }],
    });
    const before = backend.forms.length;
    expect((await press(backend, 'eve', 'hers', signed)).body.ephemeral_text).toEqual(expect.any(String));
    expect(backend.forms).toHaveLength(before);
  });

  it('below a list ticks what is chosen there, and shows what is left', async () => {
    const { todos } = await backend.acts.add(ANNS, [{ text: 'Tick me' }, { text: 'Leave me' }]);
    const [first] = todos;
    if (first === undefined) throw new Error('Nothing was added.');
    const options = [{ label: 'Tick me', act: { kind: 'tick' as const, todoId: first.id } }];
    const [signed] = await postWith(backend, 'list', { offered: [{ label: 'Done…', options }] });
    const answer = await press(backend, 'ann', 'list', signed, { context: { selected_option: '0' } });
    expect(answer.body.update?.message).toMatch(/^Done: .*Tick me\n\n\*\*\d+ open\*\*\n[^]*Leave me/);
    expect(shownIn(answer).map(({ label }) => label)).toEqual(['Undo', 'Done…', 'Add…']);
  });
});
