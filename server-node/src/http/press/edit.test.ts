import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { fillIn, press, postWith } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';
import type { Todo, TodoId } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';

const TOWN = channelList(channelId('town'));
const ANNS = { actorId: userId('ann'), listId: personList(userId('ann')) };
const when = { due: '2036-12-04T17:00', zones: oneZone('UTC') };

describe('the form to edit a to-do', () => {
  let backend: Backend;
  let count = 0;
  let id: TodoId;

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann', { channels: ['town'], timeZone: 'UTC' });
    backend.people.add('bob', { channels: ['town'], timeZone: 'Asia/Tokyo' });
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    await backend.replies();
    id = await add({ text: 'Buy bread', notes: 'rye', when });
  });

  const add = async (draft: Parameters<Backend['acts']['add']>[1][number], listId = ANNS.listId) =>
    (await backend.acts.add({ ...ANNS, listId }, [draft])).todos[0]?.id as TodoId;

  /** Asks for the form as somebody who presses, and gives back what opened. */
  async function opened(who = 'ann', todoId = id) {
    const name = `post${(count += 1)}`;
    const [signed] = await postWith(backend, name, {
      offered: [{ label: 'Edit…', act: { kind: 'edit_form', todoId } }],
    });
    const { body } = await press(backend, who, name, signed);
    const { form, state = '' } = backend.forms.at(-1) ?? {};
    const values = Object.fromEntries(form?.fields.map(({ name: field, value }) => [field, value]) ?? []);
    return { state, values, note: body.ephemeral_text };
  }
  const todo = (which = id): Promise<Todo> => backend.acts.find(which);

  it('has what there is, and changes all of it at once', async () => {
    const { state, values } = await opened();
    expect(values).toEqual({ text: 'Buy bread', notes: 'rye', day: '2036-12-04', time: '17:00' });
    const filled = { text: 'Buy rolls', notes: 'six\n\nbrown', day: '2036-12-05', time: '' };
    expect((await fillIn(backend, 'ann', state, filled)).body).toEqual({});
    expect(await todo()).toMatchObject({ text: 'Buy rolls', notes: 'six\n\nbrown', due: '2036-12-05' });
    const [reply] = await backend.replies();
    expect(reply?.text).toMatch(/^Changed: \*\*\d+\*\* Buy rolls · .*2036\n> six\n>\n> brown$/);
    expect(reply?.choices?.offered.map(({ label }) => label)).toEqual(['Undo']);
    await backend.acts.undo(ANNS);
    expect(await todo()).toMatchObject({ text: 'Buy bread', notes: 'rye', due: '2036-12-04T17:00' });
  });

  it('leaves what stands there as it is, a rule as well', async () => {
    const ruled = await add({ text: 'Water', when: { ...when, repeat: 'FREQ=WEEKLY' } });
    const { state, values } = await opened('ann', ruled);
    expect((await fillIn(backend, 'ann', state, { ...values, text: 'Water tomorrow' })).body).toEqual({});
    expect(await todo(ruled)).toMatchObject({ text: 'Water tomorrow', due: when.due, repeat: 'FREQ=WEEKLY' });
    const again = await opened('ann', ruled);
    await fillIn(backend, 'ann', again.state, again.values);
    expect((await backend.replies()).at(-1)?.text).toMatch(/^That was so already/);
  });

  it('takes the date and the notes away where the fields are emptied', async () => {
    const { state, values } = await opened();
    await fillIn(backend, 'ann', state, { ...values, notes: '', day: '', time: null });
    expect(await todo()).toMatchObject({ text: 'Buy bread', notes: '', due: null });
  });

  it('changes nothing of what was sent to somebody and accepted meanwhile, and tells no number there', async () => {
    const bobs = { actorId: userId('bob'), listId: personList(userId('bob')) };
    await backend.acts.add(bobs, [{ text: 'own' }]);
    const before = await opened();
    await backend.acts.assign(ANNS, { ids: [id] }, userId('bob'), oneZone('UTC'));
    const waiting = await opened();
    await backend.acts.accept(bobs, { ids: [id] }, 'Asia/Tokyo');
    const accepted = await opened();
    const now = await todo();
    for (const { state } of [before, waiting, accepted]) {
      const { body } = await fillIn(backend, 'ann', state, { text: 'Buy rolls', day: '', time: '' });
      expect(body).toEqual({ error: expect.not.stringMatching(new RegExp(String(now.number))) });
      expect(await todo()).toEqual(now);
    }
    expect(await backend.replies()).toEqual([]);
  });

  it('goes by the clock of whoever fills it in', async () => {
    const shared = await add({ text: 'Call', when }, TOWN);
    const { state, values } = await opened('bob', shared);
    expect(values).toMatchObject({ day: '2036-12-05', time: '02:00' });
    await fillIn(backend, 'bob', state, { ...values, time: '03:00' });
    expect(await todo(shared)).toMatchObject({ due: '2036-12-04T18:00' });
  });

  it.each<[string, object]>([
    ['text', { text: '  ' }],
    ['text', { text: 'x'.repeat(4_001) }],
    ['notes', { notes: 'x'.repeat(16_001) }],
    ['time', { time: 'banana' }],
    ['day', { day: 'banana', time: '' }],
  ])('says at the field %s what is wrong, and changes nothing', async (field, wrong) => {
    const before = await todo();
    const { state, values } = await opened();
    const { body } = await fillIn(backend, 'ann', state, { ...values, ...wrong });
    expect(body).toEqual({ errors: { [field]: expect.any(String) } });
    expect(await todo()).toEqual(before);
  });

  it('changes nothing that somebody changed meanwhile, and says how it is now', async () => {
    const { state, values } = await opened();
    await backend.acts.edit(ANNS, { ids: [id] }, { text: 'Buy cake' });
    const { body } = await fillIn(backend, 'ann', state, { ...values, text: 'Buy rolls' });
    expect(body.error).toMatch(/changed in the meantime.*Buy cake/);
    expect(await todo()).toMatchObject({ text: 'Buy cake' });
  });

  it('leaves out what is longer than a field of Mattermost, which stays', async () => {
    const notes = '長'.repeat(1_001);
    const long = await add({ text: 'Read', notes });
    const { state, values } = await opened('ann', long);
    expect(Object.keys(values)).toEqual(['text', 'day', 'time']);
    await fillIn(backend, 'ann', state, { ...values, text: 'Read it' });
    expect(await todo(long)).toMatchObject({ text: 'Read it', notes });
  });

  it('opens for nobody who may not edit it', async () => {
    const before = backend.forms.length;
    expect((await opened('eve')).note).toMatch(/no such to-do/);
    expect(backend.forms).toHaveLength(before);
    await backend.acts.remove(ANNS, { ids: [id] });
    const { state, values } = await opened();
    const { body } = await fillIn(backend, 'ann', state, { ...values, text: 'Back' });
    expect(body.error).toMatch(/deleted/);
  });
});
