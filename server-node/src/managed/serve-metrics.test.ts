import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { METRICS_PATH } from '../contract/paths.ts';
import { call } from '../testing/call.ts';
import { userId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

let backend: ManagedBackend;
beforeEach(async () => {
  backend = await openManagedBackend({}, { people: ['root', 'ann'] });
});
afterEach(() => backend.close());

const ask = (name: string | null) =>
  fetch(`${backend.url}${METRICS_PATH}`, {
    headers: name === null ? {} : { Authorization: `Bearer ${name}` },
  });

/** A request counts when its answer is through, which may be after the client has it. */
async function metricsWith(line: RegExp): Promise<string> {
  for (;;) {
    const text = (await backend.mattermost.metrics('/')).allWritten.toString();
    if (line.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it('tells Mattermost, when it collects metrics of its plugins', async () => {
  await call(backend, 'ann', 'POST', '/lists/me/todos', { text: 'secret plan' });
  const text = await metricsWith(
    /^todo_node_requests_total\{method="POST",route="[^"]+\/todos",status="2xx"\} 1$/m,
  );
  expect(text).toMatch(/^todo_node_store_duration_seconds_count\{kind="write",outcome="ok"\} [1-9]/m);
  expect(text).toMatch(
    /^todo_node_mattermost_call_duration_seconds_count\{endpoint="RegisterCommand",outcome="ok"\} [1-9]/m,
  );
  expect(text).toMatch(/^todo_node_database_up 1$/m);
  expect(text).toMatch(/^todo_node_outbox_waiting 0$/m);
  for (const word of ['secret', userId('ann')]) expect(text).not.toContain(word);
});

it('is told to those who may see settings of plugins, and to nobody else', async () => {
  expect([(await ask('ann')).status, (await ask(null)).status]).toEqual([403, 403]);
  const told = await ask('root');
  expect(told.status).toBe(200);
  expect(await told.text()).toMatch(/^todo_node_info\{version="/m);
});

it('goes on counting when settings are taken over', async () => {
  await call(backend, 'ann', 'GET', '/me');
  Object.assign(backend.played.settings, { requestsperminute: 60 });
  await backend.mattermost.hook('OnConfigurationChange');
  await call(backend, 'ann', 'GET', '/me');
  const text = await metricsWith(/route="[^"]+\/me",status="2xx"\} 2$/m);
  expect(text).toMatch(/^todo_node_database_up 1$/m);
});
