import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ChangeView, ListView, TodoView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { openEvents, type SeenEvent } from '../../testing/event-reader.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { userId } from '../../testing/people.ts';

jest.setTimeout(60_000);

/** So many that no number of the receiver's list, nor its revision, can be one of the asker's by chance. */
const [HAS, DONE] = [100, 50];

let backend: Backend;
let events: Awaited<ReturnType<typeof openEvents>>;
beforeAll(async () => {
  backend = await openBackend();
  for (const name of ['ann', 'bob']) backend.people.add(name, { channels: ['town'] });
  const texts = Array.from({ length: HAS }, (_each, index) => `private of bob ${index}`);
  await call(backend, 'bob', 'POST', '/lists/me/todos', { text: texts[0], more: texts.slice(1) });
  for (let number = 1; number <= DONE; number += 1)
    await call(backend, 'bob', 'POST', '/lists/me/commands', { line: `done ${number}` });
  events = await openEvents(backend, 'ann', `?channels=${userId('bob')}`);
});
afterAll(async () => {
  events.close();
  await backend.close();
});

/** Whatever ann was answered and told, as she got it. */
const gotten: { what: string; text: string }[] = [];
/** What is true of the list of bob at any time. */
const secrets = new Set<number>();

async function ask(method: string, path: string, body?: object) {
  const answer = await call(backend, 'ann', method, path, body);
  const text = JSON.stringify([answer.body, answer.headers.get('etag')]);
  gotten.push({ what: `${method} ${path} ${JSON.stringify(body ?? '')}`, text });
  return answer;
}

const say = (line: string) => ask('POST', '/lists/me/commands', { line });

async function noteSecrets(): Promise<void> {
  const { body } = await call<ListView>(backend, 'bob', 'GET', '/lists/me');
  const { body: asked } = await call<{ todos: TodoView[] }>(backend, 'bob', 'GET', '/requests');
  for (const one of [body.revision, body.openCount, body.doneCount]) secrets.add(one);
  for (const { number, order } of [...body.todos, ...asked.todos])
    if (number > DONE) secrets.add(number).add(order);
}

/** Looks and tries everything with one that she sent. */
async function beCurious(id: string): Promise<void> {
  await noteSecrets();
  for (const path of ['/sent', '/requests', '/mine', '/views/agenda', '/lists/me', `/todos/${id}/history`])
    await ask('GET', path);
  for (const list of [userId('bob'), `person:${userId('bob')}`]) await ask('GET', `/lists/${list}`);
  for (const body of [
    { text: 'Review it', version: 40 },
    { text: 'Review it', notes: 'of ann' },
    { state: 'done' },
    { due: '2099-12-04' },
    { reminders: [{ at: '2099-12-04T09:00' }] },
    { snooze: '2099-12-05' },
    { request: 'accepted' },
    { request: 'bumped' },
    { assigneeId: userId('ann') },
  ])
    await ask('PATCH', `/todos/${id}`, body);
  await ask('DELETE', `/todos/${id}`);
  for (const line of [
    ...['list', 'list done', 'sent', 'mine', 'agenda', 'requests', 'bump Review', 'undo', 'explain undo'],
    ...['explain takeback Review', 'done Review', 'show Review', 'send @bob Review it'],
  ])
    await say(line);
}

/** All that was pushed to ann until now. */
async function pushed(): Promise<SeenEvent[]> {
  const seen: SeenEvent[] = [];
  await say('the last one');
  for (;;) {
    const event = await events.next();
    if (event === undefined) throw new Error('The stream has ended.');
    seen.push(event);
    if (JSON.stringify(event.data).includes('the last one')) return seen;
  }
}

it('learns nothing of the list of whoever was asked: neither numbers nor places, counts nor revisions', async () => {
  const sent = (await ask('POST', '/lists/me/todos', { text: 'Review', assigneeId: userId('bob') }))
    .body as unknown as ChangeView;
  const id = sent.todos[0]?.id ?? '';
  const changes: string[] = [];
  const bob = async (body: object) => {
    const answer = await call<ChangeView>(backend, 'bob', 'PATCH', `/todos/${id}`, body);
    expect(answer.status).toBe(200);
    changes.push(answer.body.changeId);
  };
  await beCurious(id);
  await bob({ request: 'accepted' });
  await beCurious(id);
  await bob({ notes: 'of bob', due: '2099-12-06', reminders: [{ at: '2099-12-06T09:00' }] });
  await bob({ state: 'done' });
  await beCurious(id);
  await bob({ state: 'open' });
  await bob({ request: 'declined', reason: 'no time' });
  await beCurious(id);
  for (const change of changes) await ask('POST', `/changes/${change}/undo`);
  await ask('PATCH', `/todos/${id}`, { request: 'taken_back' });
  await call(backend, 'bob', 'POST', '/lists/me/commands', { line: 'private and new' });
  await beCurious(id);

  const events = (await pushed()).map(({ event, data }) => ({ what: event, text: JSON.stringify(data) }));
  expect(events.length).toBeGreaterThan(10);
  expect(secrets.size).toBeGreaterThan(HAS - DONE);
  expect(Math.min(...secrets)).toBeGreaterThanOrEqual(HAS - DONE);
  const isSecret = new RegExp(`[:*"\\s](?:${[...secrets].join('|')})(?=[,}\\]"*\\s.-])`);
  const leaks = [...gotten, ...events].filter(({ text }) => isSecret.test(text) || text.includes('private'));
  expect(leaks).toEqual([]);
  const whatBobSees = await call(backend, 'bob', 'GET', '/lists/me');
  expect(JSON.stringify(whatBobSees.body)).toMatch(isSecret);
});
