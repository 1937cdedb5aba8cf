import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { channelList, personList } from '../../todos/list.ts';
import { changeView } from '../api/answer-schemas.ts';
import { call } from '../../testing/call.ts';
import { openEvents } from '../../testing/event-reader.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, postId, userId } from '../../testing/people.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

let backend: Backend;
beforeEach(async () => {
  backend = await openBackend();
  backend.people.add('ann', { channels: ['town', 'private'] });
  backend.people.add('bob', { channels: ['town'] });
  backend.people.post('apost', 'private');
});
afterEach(() => backend.close());

const add = (name: string, list: string, text: string, more = {}) =>
  call(backend, name, 'POST', `/lists/${list}/todos`, { text, ...more });
const both = `?channels=${channelId('town')},${channelId('private')}`;

describe('the event stream', () => {
  it('begins with the lists that it tells about: none that the person may not read', async () => {
    const events = await openEvents(backend, 'bob', both);
    expect(events.status).toBe(200);
    expect(events.headers.get('Content-Type')).toBe('text/event-stream');
    expect(events.headers.get('X-Accel-Buffering')).toBe('no');
    expect(events.headers.get('Content-Encoding')).toBeNull();
    const lists = [personList(userId('bob')), 'shared', `channel:${channelId('town')}`];
    expect(await events.next()).toEqual({ event: 'ready', data: { lists } });
  });

  it("tells of changes in the person's own list and in channels, as a write would answer", async () => {
    const events = await openEvents(backend, 'bob', both);
    await events.next();
    const mine = await add('bob', 'me', 'mine');
    expect((await events.next())?.data).toEqual(changeView.parse(mine.body));
    const ours = await add('ann', channelId('town'), 'ours');
    expect((await events.next())?.data).toEqual(changeView.parse(ours.body));
  });

  it('has what is too long for all readers fetched by those who look at it', async () => {
    const events = await openEvents(backend, 'bob', both);
    await events.next();
    const ours = { actorId: userId('ann'), listId: channelList(channelId('town')) };
    const drafts = Array.from({ length: 32 }, () => ({ text: 'long', notes: 'x'.repeat(16_000) }));
    await backend.acts.add(ours, drafts);
    expect(await events.next()).toEqual({ event: 'program', data: { listId: ours.listId } });
    await backend.acts.complete(ours, { numbers: [1] });
    expect(await events.next()).toMatchObject({ event: 'change', data: { todos: [{ number: 1 }] } });
  });

  it('says nothing of the lists of others', async () => {
    const events = await openEvents(backend, 'bob', both);
    await events.next();
    await add('ann', 'me', 'private to ann');
    await add('ann', channelId('private'), 'private to the channel');
    await add('bob', 'me', 'the first that bob hears of');
    expect((await events.next())?.data).toMatchObject({ todos: [{ text: 'the first that bob hears of' }] });
  });

  it('falls silent for a channel that its reader has left', async () => {
    const events = await openEvents(backend, 'ann', both);
    await events.next();
    backend.people.leave('ann', 'town');
    await add('bob', channelId('town'), 'after she left');
    await add('ann', 'me', 'own');
    expect((await events.next())?.data).toMatchObject({ todos: [{ text: 'own' }] });
  });

  it('shows the message of a to-do only to those who may read it', async () => {
    const [ann, bob] = [await openEvents(backend, 'ann', both), await openEvents(backend, 'bob', both)];
    await Promise.all([ann.next(), bob.next()]);
    await add('ann', channelId('town'), 'linked', { sourcePostId: postId('apost') });
    const source = { postId: postId('apost'), channelId: channelId('private') };
    expect((await ann.next())?.data).toMatchObject({ todos: [{ text: 'linked', source }] });
    expect((await bob.next())?.data).toMatchObject({ todos: [{ text: 'linked', source: null }] });
  });

  it('keeps the order of many changes', async () => {
    const events = await openEvents(backend, 'bob');
    await events.next();
    for (let n = 1; n <= 40; n++) await add('bob', 'me', `number ${n}`);
    const numbers: unknown[] = [];
    while (numbers.length < 40) numbers.push((await events.next())?.data['revision']);
    expect(numbers).toEqual([...numbers].sort((a, b) => Number(a) - Number(b)));
  });

  it('tells of runs of an external program', async () => {
    const events = await openEvents(backend, 'bob');
    await events.next();
    const listId = personList(userId('bob'));
    backend.hub.programRan(listId);
    expect(await events.next()).toEqual({ event: 'program', data: { listId } });
  });

  it('says bye when the backend stops, and takes no new readers', async () => {
    const events = await openEvents(backend, 'bob');
    await events.next();
    backend.hub.stop();
    expect(await events.next()).toEqual({ event: 'bye', data: {} });
    expect(await events.next()).toBeUndefined();
    expect((await openEvents(backend, 'bob')).status).toBe(503);
  });

  it('is refused above a number of streams, until one is closed', async () => {
    for (let n = 0; n < 20; n++) expect((await openEvents(backend, 'bob')).status).toBe(200);
    // They go on, but are no longer among the requests that one person may send at once.
    expect((await call(backend, 'bob', 'GET', '/me')).status).toBe(200);
    const tooMany = await openEvents(backend, 'bob');
    expect([tooMany.status, tooMany.headers.get('Retry-After')]).toEqual([429, '30']);
    expect((await openEvents(backend, 'ann')).status).toBe(200);
  });

  it('refuses junk for channels', async () => {
    for (const query of [
      '?channels=x',
      '?channels=a&channels=b',
      '?other=1',
      `?channels=${'x'.repeat(5_000)}`,
    ]) {
      expect((await openEvents(backend, 'bob', query)).status).toBe(400);
    }
  });
});

describe('what is asked of somebody', () => {
  const patch = (name: string, id: string, body: object) =>
    call(backend, name, 'PATCH', `/todos/${id}`, body);
  const dataOf = async (events: Awaited<ReturnType<typeof openEvents>>) => {
    const seen = await events.next();
    return changeView.parse(seen?.data);
  };
  const list = (name: string) => personList(userId(name));

  it('is told to both as each may see it, until whoever asked takes it back', async () => {
    const [ann, bob] = [await openEvents(backend, 'ann'), await openEvents(backend, 'bob')];
    await Promise.all([ann.next(), bob.next()]);
    await add('ann', 'me', 'Review', { assigneeId: userId('bob') });
    const [seenByAnn, seenByBob] = [await dataOf(ann), await dataOf(bob)];
    expect(seenByAnn).toMatchObject({ listId: list('ann'), revision: 0, openCount: 0 });
    expect(seenByAnn.todos).toMatchObject([{ listId: list('bob'), number: 0, state: 'waiting' }]);
    expect(seenByBob).toMatchObject({ listId: list('bob'), revision: 1, todos: [{ number: 1, order: 1 }] });
    const id = seenByBob.todos[0]?.id ?? '';
    await patch('bob', id, { request: 'declined', reason: 'No time' });
    expect((await dataOf(ann)).todos).toMatchObject([
      { number: 0, state: 'declined', requestReason: 'No time' },
    ]);
    expect((await dataOf(bob)).todos).toMatchObject([{ number: 1, state: 'declined' }]);
    await patch('ann', id, { request: 'taken_back' });
    expect(await dataOf(ann)).toMatchObject({
      listId: list('ann'),
      openCount: 1,
      todos: [{ number: 1, id }],
    });
    const left = await dataOf(bob);
    expect(left.todos).toMatchObject([{ id, state: 'deleted', text: '', listId: list('bob') }]);
    // From now on it is none of bob's business.
    await patch('ann', id, { text: 'secret' });
    await add('bob', 'me', 'own');
    expect((await dataOf(bob)).todos).toMatchObject([{ text: 'own' }]);
  });

  it('and assigned in a channel is told to whoever has it or had it, though they look at another list', async () => {
    const [ann, bob] = [await openEvents(backend, 'ann'), await openEvents(backend, 'bob')];
    await Promise.all([ann.next(), bob.next()]);
    const town = channelId('town');
    const { body } = await add('ann', town, 'Bring cake', { assigneeId: userId('bob') });
    const [row] = changeView.parse(body).todos;
    expect(await dataOf(bob)).toMatchObject({ listId: list('bob'), revision: 0, todos: [row] });
    await patch('ann', row?.id ?? '', { assigneeId: userId('ann') });
    expect((await dataOf(bob)).todos).toMatchObject([{ assigneeId: userId('ann'), number: 1 }]);
    expect((await dataOf(ann)).todos).toMatchObject([{ assigneeId: userId('ann') }]);
    backend.people.leave('bob', 'town');
    await patch('ann', row?.id ?? '', { text: 'secret' });
    await add('bob', 'me', 'own');
    expect((await dataOf(bob)).todos).toMatchObject([{ text: 'own' }]);
  });
});
