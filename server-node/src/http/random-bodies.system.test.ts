import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Agent, request } from 'node:http';
import { API_PATH, COMMAND_PATH, FORM_PATH, PRESS_PATH } from '../contract/paths.ts';
import type { ChangeView, ListView } from '../contract/todo-view.ts';
import { call } from '../testing/call.ts';
import { COMMAND_TOKENS, openBackend, WEBHOOK_TOKENS, type Backend } from '../testing/open-backend.ts';
import { channelId, postId, userId } from '../testing/people.ts';

const SECRETS = [...WEBHOOK_TOKENS, ...COMMAND_TOKENS];
/** 14 places, 720 bodies each: 10,080. */
const RUNS = 720;

let backend: Backend;
let addresses = 0;
const known = { todo: '', change: '' };
const statuses = new Map<number, number>();
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
beforeAll(async () => {
  backend = await openBackend({ settings: { requestsPerMinute: 10_000_000 } });
  backend.people.add('ann', { channels: ['town'] });
  for (const name of ['a', 'b', 'c', 'd']) backend.people.post(name, 'town', 'ann', 'todo list');
  const { body } = await call<ChangeView>(backend, 'ann', 'POST', '/lists/me/todos', { text: 'known' });
  Object.assign(known, { todo: body.todos[0]?.id, change: body.changeId });
});
afterAll(async () => {
  agent.destroy();
  await backend.close();
});

/** Sends bytes as they are: `fetch` would refuse or repair some of them. */
function send(
  method: string,
  path: string,
  type: string,
  body: Buffer,
): Promise<{ status: number; text: string }> {
  const headers = {
    Authorization: 'Bearer ann',
    'Content-Type': type,
    'Content-Length': body.length,
    // Each from another address, or the guard against guessing would soon answer all of them.
    'X-Forwarded-For': `198.51.${(++addresses >> 8) & 255}.${addresses & 255}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: '127.0.0.1', port: backend.port, method, path, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject).end(body);
  });
}

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    'a'.repeat(5_000),
    '__proto__',
    'done 1-99999999',
    '"',
    '\u{1F95B}',
    '99',
    '-1',
    '\ud800',
  ),
);
/** Right in most cases, or little would get past the first check. */
const mostly = (right: string) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: word });
const fields = fc.dictionary(
  fc.constantFrom(
    'text',
    'notes',
    'line',
    'verb',
    'refs',
    'state',
    'version',
    'requestId',
    'sourcePostId',
    '__proto__',
  ),
  fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(word, { maxLength: 4 }),
    fc.double(),
  ),
);
const likelyFields = fc.oneof(
  fields,
  fc.record({ text: word }),
  fc.record({ line: fc.oneof(word, fc.constantFrom('list', 'done 1', 'undo', 'delete 1-9')) }),
  fc.record({ state: fc.constantFrom('open', 'done') }),
);
const hookFields = fc.record(
  {
    token: fc.constantFrom(...SECRETS, 'wrongtoken000000000000000z'),
    user_id: mostly(userId('ann')),
    channel_id: mostly(channelId('town')),
    post_id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd').map(postId), word),
    text: fc.oneof(word, fc.constantFrom('todo list', 'done 1', 'undo', 'help')),
    trigger_word: word,
    trigger_id: word,
    response_url: fc.oneof(fc.webUrl(), word),
  },
  { requiredKeys: ['token', 'user_id', 'channel_id', 'text'] },
);
/** Presses and forms with what nobody signed. */
const pressFields = fc.record(
  {
    user_id: mostly(userId('ann')),
    post_id: fc.oneof(fc.constantFrom('a', 'b').map(postId), word),
    trigger_id: word,
    context: fc.oneof(
      fc.record({ sentence: fc.oneof(word, fc.json()), signature: word, selected_option: word }),
      fc.jsonValue(),
    ),
    state: fc.oneof(word, fc.json()),
    submission: fc.oneof(fc.dictionary(word, fc.jsonValue()), fc.constant(null)),
    cancelled: fc.boolean(),
  },
  { requiredKeys: ['user_id', 'post_id'] },
);
const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const asForm = (record: object) =>
  Object.entries(record)
    .map(([name, value]) => `${name}=${encodeURIComponent(asText(value).toWellFormed())}`)
    .join('&');

/** Anything at all, what looks right, and what is nearly right, with a type that fits it or not. */
function bodies(likely: fc.Arbitrary<object>) {
  const text = fc.oneof(
    { weight: 4, arbitrary: likely.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: likely.map(asForm) },
    { weight: 1, arbitrary: fc.json() },
    {
      weight: 1,
      arbitrary: likely.map((value) => `{"__proto__":{"admin":1},${JSON.stringify(value).slice(1)}`),
    },
    { weight: 1, arbitrary: likely.map((value) => JSON.stringify(value).slice(0, -3)) },
  );
  const body = fc.oneof(
    { weight: 6, arbitrary: text.map((value) => Buffer.from(value)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('application/json', 'application/x-www-form-urlencoded') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; charset=x',
        'text/plain',
        ';',
        'application/json; charset=utf-16',
        '',
      ),
    },
  );
  return fc.tuple(type, body);
}

const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('me', 'shared', channelId('town'), '@todo', '@change') },
  { weight: 1, arbitrary: fc.constantFrom(channelId('other'), '01m80qp6g3z6829tj6c0dyjxp6') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '%',
      '%00',
      '%ff',
      '..%2f',
      '%2e%2e',
      'a%20b',
      '%F0%9F%A5%9B',
      '$1',
      "'--",
      ':list',
    ),
  },
);
const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  fc.constantFrom(
    '?',
    '?limit=0',
    '?limit=5&limit=6',
    '?state[]=open',
    '?cursor=%ff',
    '?x=1',
    '?__proto__=1',
  ),
);

const PLACES: [string, string, fc.Arbitrary<object>][] = [
  ['POST', '/webhook/todo', hookFields],
  ['POST', '/plugins/todo-node/webhook/todo', hookFields],
  ['POST', COMMAND_PATH, hookFields],
  ['GET', COMMAND_PATH, hookFields],
  ['GET', `${API_PATH}/me`, likelyFields],
  ['GET', `${API_PATH}/lists/*`, likelyFields],
  ['POST', `${API_PATH}/lists/*/todos`, likelyFields],
  ['POST', `${API_PATH}/lists/*/commands`, likelyFields],
  ['PATCH', `${API_PATH}/todos/*`, likelyFields],
  ['DELETE', `${API_PATH}/todos/*`, likelyFields],
  ['GET', `${API_PATH}/todos/*/history`, likelyFields],
  ['POST', `${API_PATH}/changes/*/undo`, likelyFields],
  ['POST', PRESS_PATH, pressFields],
  ['POST', FORM_PATH, pressFields],
  ['GET', '/readyz', likelyFields],
  ['POST', '/*', likelyFields],
];

const STATUSES = [200, 201, 304, 400, 401, 403, 404, 409, 413, 415];
/** Slash commands that come by GET are refused whole: their tokens would stand in the logs of proxies. */
const statusesOf = (method: string, pattern: string) =>
  method === 'GET' && pattern === COMMAND_PATH ? [...STATUSES, 405] : STATUSES;

describe.each(PLACES)('%s %s', (method, pattern, likely) => {
  it('takes or refuses whatever comes, and never fails', async () => {
    const path = fc.tuple(segment, query).map(([one, rest]) => pattern.replace('*', one) + rest);
    const attempt = fc.asyncProperty(path, bodies(likely), async (address, [type, body]) => {
      const there = address.replace('@todo', known.todo).replace('@change', known.change);
      const { status, text } = await send(method, there, type, body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(statusesOf(method, pattern)).toContain(status);
      if (text !== '') JSON.parse(text);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    });
    await fc.assert(attempt, { numRuns: RUNS });
  }, 30_000);
});

describe('after all that', () => {
  it('much was taken and much was refused, so that both were tried', async () => {
    const { body } = await call<ListView>(backend, 'ann', 'GET', '/lists/me');
    expect(body.revision).toBeGreaterThan(10);
    for (const status of [200, 400, 401, 404, 405, 415]) {
      expect([status, (statuses.get(status) ?? 0) > 0]).toEqual([status, true]);
    }
  });

  it('nothing failed inside, and no secret is in the log', () => {
    const log = backend.log.join('');
    expect(backend.log.length).toBeGreaterThan(10_000);
    expect(log).not.toContain('"level":50');
    for (const secret of [...SECRETS, 'wrongtoken']) expect(log).not.toContain(secret);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('a request is answered as ever', async () => {
    expect((await send('GET', `${API_PATH}/me`, '', Buffer.alloc(0))).status).toBe(200);
  });
});
