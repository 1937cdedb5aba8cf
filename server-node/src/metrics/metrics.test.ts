import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { API_PATH } from '../contract/paths.ts';
import { call } from '../testing/call.ts';
import { openEvents } from '../testing/event-reader.ts';
import { openBackend, type Backend } from '../testing/open-backend.ts';
import { userId } from '../testing/people.ts';
import { countCommands } from './count-commands.ts';
import { makeMetrics } from './make-metrics.ts';
import { timeStore } from './time-store.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

let backend: Backend;
beforeEach(async () => {
  backend = await openBackend({ settings: { integrationsApart: true } });
  backend.people.add('ann');
});
afterEach(() => backend.close());

const linesOf = async (name: string) => {
  const response = await fetch(`${backend.integrationsUrl}/metrics`);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
  return (await response.text()).split('\n').filter((line) => line.startsWith(name));
};

/** A request counts when its answer is through, which may be after the client has it. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

it('counts requests by route and class of the status, and tells nothing of people', async () => {
  await call(backend, 'ann', 'POST', '/lists/me/todos', { text: 'secret plan' });
  await call(backend, 'ann', 'GET', `/lists/${'z'.repeat(26)}`);
  await call(backend, null, 'GET', '/me');
  await fetch(`${backend.url}/ann/was/here`);
  while ((await linesOf('todo_node_requests_total')).length < 4) await pause();
  const lines = (await linesOf('todo_node_')).join('\n');
  const counted = (method: string, route: string, status: string) =>
    `todo_node_requests_total{method="${method}",route="${route}",status="${status}"} 1`;
  expect(lines).toContain(counted('POST', `${API_PATH}/lists/:list/todos`, '2xx'));
  expect(lines).toContain(counted('GET', `${API_PATH}/lists/:list`, '4xx'));
  expect(lines).toContain(counted('GET', `${API_PATH}/me`, '4xx'));
  expect(lines).toContain(counted('GET', 'none', '4xx'));
  expect(lines).toContain('todo_node_process_resident_memory_bytes');
  for (const word of ['secret', 'ann', userId('ann'), 'zzz']) expect(lines).not.toContain(word);
});

it('counts a stream once it is over, and not its hours', async () => {
  const events = await openEvents(backend, 'ann', '');
  await events.next();
  expect(backend.hub.streamsOpen()).toBe(1);
  backend.hub.stop();
  while ((await linesOf('todo_node_requests_total')).every((line) => !line.includes('/events'))) {
    await pause();
  }
  expect(backend.hub.streamsOpen()).toBe(0);
  const timed = await linesOf('todo_node_request_duration_seconds_count');
  expect(timed.filter((line) => line.includes('/events'))).toEqual([]);
});

it('is served to nobody at the address of the site', async () => {
  for (const path of ['/metrics', `${API_PATH}/metrics`, '/plugins/todo-node/metrics']) {
    expect((await fetch(`${backend.url}${path}`)).status).toBe(404);
  }
});

it('counts commands by verb, surface and what became of them', async () => {
  const metrics = makeMetrics();
  const run = async (line: string, ok: boolean | Error) => {
    const program = {
      run: async () => {
        if (ok instanceof Error) throw ok;
        return { ok, text: '', change: null };
      },
    };
    const request = { input: { line }, surface: 'slash', actorId: userId('ann'), listId: 'x' as never };
    return countCommands(program, metrics).run(request as never);
  };
  await run('add secret plan', true);
  await run('done 7', false);
  await expect(run('list', new Error('away'))).rejects.toThrow('away');
  const { text } = await metrics.text();
  const counted = (verb: string, outcome: string) =>
    `todo_node_commands_total{verb="${verb}",surface="slash",outcome="${outcome}"} 1`;
  expect(text).toContain(counted('add', 'ok'));
  expect(text).toContain(counted('done', 'refused'));
  expect(text).toContain(counted('list', 'failed'));
  expect(text).not.toContain('secret');
});

it('times reads and writes of the store', async () => {
  const metrics = makeMetrics();
  const todos = timeStore(backend.store.todos, metrics);
  await todos.find('nothing' as never);
  await todos.transaction(async (writer) => writer.find('nothing' as never));
  await expect(
    todos.transaction(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const { text } = await metrics.text();
  for (const [kind, outcome] of [
    ['read', 'ok'],
    ['write', 'ok'],
    ['write', 'failed'],
  ])
    expect(text).toContain(`todo_node_store_duration_seconds_count{kind="${kind}",outcome="${outcome}"} 1`);
});

it('has no line for what is not known, and asks the newest server', async () => {
  const metrics = makeMetrics();
  const read = async () =>
    (await metrics.text()).text
      .split('\n')
      .filter((line) => /^todo_node_(outbox|database|streams)/.test(line));
  const unwatch = metrics.watch(async () => ({ databaseUp: true, outboxWaiting: 3, outboxOldestMs: 1_500 }));
  expect(await read()).toEqual([
    'todo_node_database_up 1',
    'todo_node_outbox_waiting 3',
    'todo_node_outbox_oldest_seconds 1.5',
  ]);
  metrics.watch(async () => ({ databaseUp: false, streams: 2 }));
  unwatch();
  expect(await read()).toEqual(['todo_node_database_up 0', 'todo_node_streams_open 2']);
});
