import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type {
  CommandView,
  ErrorView,
  HistoryView,
  MeView,
  ReadingView,
  TodosView,
} from '../../contract/api.ts';
import type { ChangeView, ListView, TodoView } from '../../contract/todo-view.ts';
import { BACKENDS, type AnyBackend } from '../../testing/backends.ts';
import { call } from '../../testing/call.ts';
import { channelId, postId, userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import { changeView, historyView, todosView } from './answer-schemas.ts';

jest.setTimeout(30_000);

describe.each(BACKENDS)('asking others, with %s', (host, open) => {
  let backend: AnyBackend;
  let turn = 0;
  let [ann, bob, cid] = ['', '', ''];

  beforeAll(async () => {
    backend = await open();
    backend.people.add('gone', { isDeactivated: true });
    backend.people.add('far', { teams: ['far'] });
  });
  afterAll(() => backend.close());
  beforeEach(() => {
    turn += 1;
    [ann, bob, cid] = ['ann', 'bob', 'cid'].map((name) => `${name}${turn}x`) as [string, string, string];
    backend.people.add(ann, { channels: ['town', 'secret'], timeZone: 'Europe/Berlin' });
    backend.people.add(bob, { channels: ['town'], timeZone: 'Asia/Tokyo' });
    backend.people.add(cid);
  });

  const only = ({ todos: [todo] }: { todos: TodoView[] }): TodoView => {
    if (todo === undefined) throw new Error('Expected a to-do.');
    return todo;
  };
  const add = async (name: string, body: object, list = 'me', status = 201) => {
    const answer = await call<ChangeView>(backend, name, 'POST', `/lists/${list}/todos`, body);
    expect(answer.status).toBe(status);
    return status === 201 ? changeView.parse(answer.body) : answer.body;
  };
  const change = async (name: string, { id }: { id: string }, body: object) => {
    const answer = await call<ChangeView>(backend, name, 'PATCH', `/todos/${id}`, body);
    expect(answer.status).toBe(200);
    return changeView.parse(answer.body);
  };
  const refused = async (name: string, { id }: { id: string }, body: object) => {
    const before = await backend.store.todos.find(id as never);
    const { status, body: error } = await call<ErrorView>(backend, name, 'PATCH', `/todos/${id}`, body);
    expect(await backend.store.todos.find(id as never)).toEqual(before);
    return [status, error.code];
  };
  const get = async (name: string, path: '/requests' | '/sent' | '/mine') => {
    const { status, body } = await call<TodosView>(backend, name, 'GET', path);
    expect(status).toBe(200);
    return todosView.parse(body);
  };
  const listOf = async (name: string, list = 'me') =>
    (await call<ListView>(backend, name, 'GET', `/lists/${list}`)).body;
  const sendTo = async (receiver: string, text = 'Review') => {
    return only(await add(ann, { text, assigneeId: userId(receiver) }));
  };

  it('is offered to browsers', async () => {
    expect((await call<MeView>(backend, ann, 'GET', '/me')).body.takesRequests).toBe(true);
  });

  it('sends a new one: whoever asked sees it without number and place, whoever was asked whole', async () => {
    await add(bob, { text: 'own' });
    const sent = await add(ann, { text: 'Review', notes: 'n', assigneeId: userId(bob), readDates: false });
    expect(sent).toMatchObject({ listId: personList(userId(ann)), revision: 0, openCount: 0 });
    const mine = only(sent);
    expect(mine).toMatchObject({
      ...{ listId: personList(userId(bob)), number: 0, order: 0, text: 'Review', notes: 'n' },
      ...{ state: 'waiting', request: 'waiting', creatorId: userId(ann), assigneeId: userId(bob) },
    });
    expect(await get(ann, '/sent')).toEqual({ todos: [mine], isAll: true });
    expect(await get(bob, '/requests')).toEqual({ todos: [{ ...mine, number: 2, order: 2 }], isAll: true });
    expect(await listOf(bob)).toMatchObject({ openCount: 1, todos: [{ text: 'own' }] });
    expect((await get(bob, '/mine')).todos.map(({ text }) => text)).toEqual(['own']);
  });

  it('takes a date by the clock of whoever writes, for whoever was asked', async () => {
    const todo = only(await add(ann, { text: 'Review', due: '2099-12-04T17:00', assigneeId: userId(bob) }));
    expect(todo).toMatchObject({ due: '2099-12-05T01:00', dueZone: 'Asia/Tokyo' });
    const read = only(await add(ann, { text: 'Review 2099-12-04 17:00', assigneeId: userId(bob) }));
    expect(read).toMatchObject({ text: 'Review', due: '2099-12-05T01:00', dueZone: 'Asia/Tokyo' });
    expect(only(await change(ann, todo, { request: 'taken_back' }))).toMatchObject({
      ...{ due: '2099-12-04T17:00', dueZone: 'Europe/Berlin', number: 1 },
    });
  });

  it('sends what is in one’s own list, answers it, and tells each side what became of it', async () => {
    const own = only(await add(ann, { text: 'Review' }));
    const left = await change(ann, own, { assigneeId: userId(bob) });
    expect(left).toMatchObject({ listId: own.listId, openCount: 0, todos: [{ id: own.id, number: 0 }] });
    const accepted = await change(bob, own, { request: 'accepted' });
    expect(accepted).toMatchObject({ listId: personList(userId(bob)), openCount: 1 });
    expect(only(accepted)).toMatchObject({ number: 1, state: 'open', request: 'accepted' });
    expect((await get(ann, '/sent')).todos).toMatchObject([
      { state: 'open', request: 'accepted', number: 0 },
    ]);
    await change(bob, own, { request: 'declined', reason: 'No time' });
    expect((await get(ann, '/sent')).todos).toMatchObject([{ state: 'declined', requestReason: 'No time' }]);
    const back = await change(ann, own, { request: 'taken_back' });
    expect(only(back)).toMatchObject({ listId: own.listId, number: 2, state: 'open', request: null });
    expect(await get(ann, '/sent')).toEqual({ todos: [], isAll: true });
    expect((await listOf(ann)).todos).toMatchObject([{ text: 'Review', number: 2 }]);
  });

  it('is undone by whoever did it, where they did it', async () => {
    const own = only(await add(ann, { text: 'Review' }));
    const { changeId } = await change(ann, own, { assigneeId: userId(bob) });
    const undo = (name: string, id: string) => call<ChangeView>(backend, name, 'POST', `/changes/${id}/undo`);
    expect((await undo(bob, changeId)).status).toBe(404);
    expect(only((await undo(ann, changeId)).body)).toMatchObject({ number: 1, state: 'open', request: null });
    const sent = await sendTo(bob);
    const edit = await change(ann, sent, { text: 'Review B', version: 1 });
    expect(only(edit)).toMatchObject({ text: 'Review B', number: 0 });
    expect(only((await undo(ann, edit.changeId)).body)).toMatchObject({ text: 'Review', number: 0 });
  });

  it('tells whoever sent something on no more of it than that it left', async () => {
    const sent = await sendTo(bob);
    const left = await change(bob, sent, { assigneeId: userId(cid) });
    expect(only(left)).toMatchObject({ id: sent.id, state: 'deleted', text: '', creatorId: '', number: 0 });
    expect(await refused(bob, sent, { request: 'accepted' })).toEqual([404, 'todo_not_found']);
    expect(await refused(bob, sent, { request: 'taken_back' })).toEqual([404, 'todo_not_found']);
    expect((await get(ann, '/sent')).todos).toMatchObject([{ assigneeId: userId(cid) }]);
  });

  it('answers a command that comes again with nothing of what the to-do has become elsewhere', async () => {
    const sent = await sendTo(bob);
    const { number } = only(await get(bob, '/requests'));
    const decline = async () => {
      const body = { line: `decline ${number}`, requestId: `declined-${turn}` };
      return (await call<CommandView>(backend, bob, 'POST', '/lists/me/commands', body)).body;
    };
    for (let time = 1; time <= 2; time += 1) expect((await decline()).answer).toMatch(/Review/);
    await change(ann, sent, { request: 'taken_back' });
    await change(ann, sent, { text: 'Ask cid instead' });
    const { answer, change: told } = await decline();
    expect(answer).toBe('This message was handled before, so nothing was done.');
    expect(told?.todos).toMatchObject([{ id: sent.id, state: 'deleted', text: '' }]);
  });

  it('says to whoever presses too late that it was taken back, and to a stranger that there is none', async () => {
    const sent = await sendTo(bob);
    await change(ann, sent, { request: 'taken_back' });
    const answerTo = async (name: string) =>
      (await call<ErrorView>(backend, name, 'PATCH', `/todos/${sent.id}`, { request: 'accepted' })).body
        .message;
    expect(await answerTo(bob)).toMatch(/taken back by the person who asked/);
    expect(await answerTo(cid)).toMatch(/There is no such to-do/);
  });

  it('shows the history to both, each with the numbers of their own list', async () => {
    await add(bob, { text: 'own' });
    const own = only(await add(ann, { text: 'Review' }));
    await change(ann, own, { assigneeId: userId(bob) });
    const historyOf = async (name: string) => {
      const { body } = await call<HistoryView[]>(backend, name, 'GET', `/todos/${own.id}/history`);
      return historyView
        .parse(body)
        .map(({ act, before, after }) => [act, before['number'], after['number']]);
    };
    expect(await historyOf(ann)).toEqual([
      ['assign', 1, undefined],
      ['add', undefined, undefined],
    ]);
    expect(await historyOf(bob)).toEqual([
      ['assign', undefined, 2],
      ['add', undefined, undefined],
    ]);
    expect((await call(backend, cid, 'GET', `/todos/${own.id}/history`)).status).toBe(404);
  });

  it('tells whoever is asked who did what before it came to them, and none of the words', async () => {
    const own = only(await add(ann, { text: 'Complain about bob' }));
    await change(ann, own, { text: 'Review' });
    await change(ann, own, { assigneeId: userId(bob) });
    await change(bob, own, { request: 'declined', reason: 'Too dull' });
    const historyOf = async (name: string) => {
      const { body } = await call<HistoryView[]>(backend, name, 'GET', `/todos/${own.id}/history`);
      return { acts: body.map(({ act }) => act), words: JSON.stringify(body) };
    };
    expect((await historyOf(bob)).words).toMatch(/^(?!.*Complain).*Too dull/);
    await change(ann, own, { request: 'taken_back' });
    await change(ann, own, { assigneeId: userId(cid) });
    const [ofCid, ofAnn] = [await historyOf(cid), await historyOf(ann)];
    expect(ofCid.acts).toEqual(['assign', 'take_back', 'decline', 'assign', 'edit', 'add']);
    expect(ofCid.acts).toEqual(ofAnn.acts);
    expect(ofCid.words).not.toMatch(/Complain|Too dull/);
    expect(ofAnn.words).toMatch(/Too dull.*Complain/);
  });

  it('keeps the reminders of whoever has it from whoever asked', async () => {
    const sent = await sendTo(bob);
    await change(bob, sent, { request: 'accepted' });
    const reminded = await change(bob, sent, { reminders: [{ at: '2099-12-04T09:00' }] });
    expect(only(reminded).reminders).toHaveLength(1);
    expect(only(await get(ann, '/sent')).reminders).toEqual([]);
    const historyOfAnn = async () => {
      const { body } = await call<HistoryView[]>(backend, ann, 'GET', `/todos/${sent.id}/history`);
      return JSON.stringify(body);
    };
    expect(await historyOfAnn()).not.toContain('2099-12-04T09:00');
    await change(bob, sent, { request: 'declined' });
    expect(only(await change(ann, sent, { request: 'taken_back' })).reminders).toEqual([]);
    expect(await historyOfAnn()).not.toContain('2099-12-04T09:00');
  });

  it('shows the message it was made from only to those who may read that', async () => {
    backend.people.post(`post${turn}`, 'secret');
    const sourcePostId = postId(`post${turn}`);
    const sent = only(await add(ann, { text: 'Review', sourcePostId, assigneeId: userId(bob) }));
    expect(sent.source).toEqual({ postId: sourcePostId, channelId: channelId('secret') });
    expect(only(await get(bob, '/requests')).source).toBeNull();
  });

  it('shows it neither in a refused undo', async () => {
    backend.people.post(`note${turn}`, 'secret');
    const town = channelId('town');
    const noted = await add(ann, { text: 'Note', sourcePostId: postId(`note${turn}`) }, town);
    const edit = await change(bob, only(noted), { text: 'Noted' });
    await change(ann, only(noted), { text: 'Noted by ann' });
    const { body } = await call<ErrorView>(backend, bob, 'POST', `/changes/${edit.changeId}/undo`);
    expect(body).toMatchObject({ code: 'changed_since', todo: { text: 'Noted by ann', source: null } });
  });

  it('assigns in a channel to whoever may read it, and shows that as long as they may', async () => {
    const town = channelId('town');
    const todo = only(await add(ann, { text: 'Bring cake', assigneeId: userId(bob) }, town));
    expect(todo).toMatchObject({
      listId: `channel:${town}`,
      state: 'open',
      request: null,
      assigneeId: userId(bob),
    });
    expect((await get(bob, '/mine')).todos).toEqual([todo]);
    expect(only(await change(bob, todo, { assigneeId: null })).assigneeId).toBeNull();
    expect(only(await change(bob, todo, { assigneeId: userId(ann) })).assigneeId).toBe(userId(ann));
    expect(await refused(ann, todo, { assigneeId: userId(cid) })).toEqual([409, 'person_not_askable']);
    await add(ann, { text: 'Bring cake', assigneeId: userId(cid) }, town, 409);
    expect((await get(ann, '/mine')).todos).toHaveLength(1);
    // Mattermost's own answers may be half a minute old there.
    if (host !== 'a sidecar') return;
    backend.people.leave(ann, 'town');
    expect(await get(ann, '/mine')).toEqual({ todos: [], isAll: true });
  });

  it('reads in a channel who is to do it, while it is typed and when it arrives', async () => {
    const town = channelId('town');
    const explain = async (text: string, list?: string) => {
      const answer = await call<ReadingView>(backend, ann, 'POST', '/explain', {
        text,
        ...(list && { list }),
      });
      const { spans, due, assignee, ...read } = answer.body;
      const words = spans.map(({ from, to }) => text.slice(from, to).trim());
      return { text: read.text, words, due: due !== null, assignee: assignee?.username };
    };
    const bobs = { text: 'Bring cake', assignee: bob };
    const named = { ...bobs, due: false, words: [`@${bob}`] };
    for (const text of [`Bring cake @${bob}`, `@${bob.toUpperCase()} Bring cake`, `  ＠${bob}, Bring cake`])
      expect(await explain(text, town)).toMatchObject({ ...named, words: [expect.stringMatching(/^[@＠]/)] });
    for (const text of [
      `Bring cake @${bob} 2099-12-04`,
      `Bring cake 2099-12-04 @${bob}`,
      `@${bob} Bring cake 2099-12-04`,
    ])
      expect(await explain(text, town)).toEqual({ ...bobs, due: true, words: ['2099-12-04', `@${bob}`] });
    for (const text of [`Bring cake @${cid}`, 'Bring cake @nobody', `Lunch with @${bob}`])
      expect(await explain(text, town)).toMatchObject({ text, words: [], assignee: undefined });
    for (const list of [undefined, 'me'])
      expect(await explain(`Bring cake @${bob}`, list)).toMatchObject({ words: [], assignee: undefined });
    expect((await call(backend, cid, 'POST', '/explain', { text: `x @${bob}`, list: town })).status).toBe(
      403,
    );

    for (const text of [`Bring cake @${bob} 2099-12-04`, `@${bob} Bring cake`])
      expect(only(await add(ann, { text }, town))).toMatchObject({
        text: 'Bring cake',
        assigneeId: userId(bob),
      });
    for (const body of [{ text: `Bring cake @${bob}`, readDates: false }, { text: `Bring cake @${cid}` }])
      expect(only(await add(ann, body, town))).toMatchObject({ text: body.text, assigneeId: null });
    const own = { text: `Bring cake @${bob}`, assigneeId: userId(ann) };
    expect(only(await add(ann, { text: own.text }))).toMatchObject(own);
  });

  it.each([
    ['nobody', 404, 'person_not_found'],
    ['gone', 409, 'person_not_askable'],
    ['far', 409, 'person_not_askable'],
  ])('is refused for %s', async (name, status, code) => {
    const own = only(await add(ann, { text: 'Review' }));
    expect(await refused(ann, own, { assigneeId: userId(name) })).toEqual([status, code]);
    const { body } = await call<ErrorView>(backend, ann, 'POST', '/lists/me/todos', {
      ...{ text: 'x', assigneeId: userId(name) },
    });
    expect(body.code).toBe(code);
    expect((await listOf(ann)).openCount).toBe(1);
  });

  const ofPerson = async (name: string, line: string) => {
    const answer = await call<CommandView>(backend, name, 'POST', '/lists/me/commands', { line });
    expect(answer.status).toBe(200);
    return answer.body.answer;
  };

  // An account that a plugin of Mattermost has asked for may be half a minute old.
  const accountChanges: [string, () => unknown][] = [
    ['was deactivated', () => backend.people.add(bob, { isDeactivated: true })],
    ['became a bot', () => backend.people.add(bob, { isBot: true })],
  ];
  it.each([
    ...(host === 'a sidecar' ? accountChanges : []),
    ['left the last common team', () => backend.people.add(bob, { teams: ['far'] })],
    ['wants nothing of whoever asked any more', () => ofPerson(bob, `settings block @${ann}`)],
  ])(
    'is not asked again of somebody who %s since, and can be changed and taken back',
    async (_what, happens) => {
      const sent = await sendTo(bob);
      await happens();
      expect(await refused(ann, sent, { request: 'bumped' })).toEqual([409, 'person_not_askable']);
      expect(await ofPerson(ann, 'bump review')).toMatch(new RegExp(`@${bob}`));
      expect((await get(ann, '/sent')).todos).toMatchObject([{ state: 'waiting', assigneeId: userId(bob) }]);
      await change(ann, sent, { text: 'Review it myself' });
      const takenBack = await change(ann, sent, { request: 'taken_back' });
      expect(only(takenBack)).toMatchObject({ number: 1, state: 'open' });
      const undone = await call<ErrorView>(backend, ann, 'POST', `/changes/${takenBack.changeId}/undo`);
      expect([undone.status, undone.body.code]).toEqual([409, 'person_not_askable']);
      expect(await ofPerson(ann, 'undo')).toMatch(new RegExp(`@${bob}`));
      expect((await listOf(ann)).todos).toMatchObject([{ id: sent.id, version: only(takenBack).version }]);
      expect(await get(bob, '/requests')).toEqual({ todos: [], isAll: true });
    },
  );

  it('is not sent on to somebody who has blocked whoever asked first', async () => {
    const sent = await sendTo(bob);
    await ofPerson(cid, `settings block @${ann}`);
    expect(await refused(bob, sent, { assigneeId: userId(cid) })).toEqual([409, 'person_not_askable']);
    expect(await ofPerson(bob, `assign 1 @${cid}`)).toMatch(new RegExp(`@${cid} takes no`));
    const own = only(await add(bob, { text: 'of bob himself' }));
    expect(only(await change(bob, own, { assigneeId: userId(cid) })).state).toBe('waiting');
  });

  it('is still answered by somebody who left the last common team', async () => {
    const sent = await sendTo(bob);
    backend.people.add(bob, { teams: ['far'] });
    await change(bob, sent, { request: 'accepted' });
    await change(bob, sent, { state: 'done' });
    expect((await get(ann, '/sent')).todos).toMatchObject([{ state: 'done' }]);
  });

  it('refuses what waits for another answer, and says what came', async () => {
    const sent = await sendTo(bob);
    expect(await refused(ann, sent, { request: 'bumped' })).toEqual([409, 'wrong_state']);
    expect(await refused(bob, sent, { text: 'other' })).toEqual([403, 'not_allowed']);
    await change(bob, sent, { request: 'accepted' });
    expect(await refused(ann, sent, { request: 'taken_back' })).toEqual([403, 'not_allowed']);
    expect(await refused(bob, sent, { assigneeId: userId(ann) })).toEqual([409, 'wrong_state']);
    const stale = await call<ErrorView>(backend, bob, 'PATCH', `/todos/${sent.id}`, {
      text: 'y',
      version: 1,
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  });

  it.each([
    { request: 'accepted', state: 'done' },
    { request: 'someday' },
    { assigneeId: 'bob' },
    { assigneeId: userId('bob'), request: 'accepted' },
    { request: 'accepted', reason: 'x' },
    { reason: 'x' },
  ])('refuses the body %j', async (body) => {
    const own = only(await add(ann, { text: 'Review' }));
    expect(await refused(ann, own, body)).toEqual([400, 'invalid_input']);
  });

  it.each(['/requests', '/sent', '/mine'])('reads %s of nobody but the caller', async (path) => {
    await sendTo(bob, 'secret');
    expect((await call(backend, null, 'GET', path)).status).toBe(401);
    expect((await call<TodosView>(backend, cid, 'GET', path)).body).toEqual({ todos: [], isAll: true });
    expect((await call(backend, cid, 'GET', `${path}?of=${userId(bob)}`)).status).toBe(400);
  });
});
