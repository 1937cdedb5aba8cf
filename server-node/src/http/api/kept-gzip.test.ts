import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BACKENDS, type AnyBackend } from '../../testing/backends.ts';
import { call } from '../../testing/call.ts';
import { listView } from './answer-schemas.ts';
import { makeKeptGzip } from './kept-gzip.ts';

const LONG = Buffer.from(JSON.stringify({ todos: 'x'.repeat(10_000) }));

it('compresses what is asked for again with the same head, once', async () => {
  let times = 0;
  const gzipped = makeKeptGzip(async (bytes) => (times++, bytes));
  const ask = (head: string, rest = LONG) => gzipped(head, rest, rest);
  expect([await ask('a'), await ask('a'), await ask('a')]).toEqual([undefined, LONG, LONG]);
  expect(times).toBe(1);
  expect([await ask('b'), await ask('b')]).toEqual([undefined, LONG]);
  const short = Buffer.from('{}');
  expect([await ask('a', short), await ask('a', short)]).toEqual([undefined, undefined]);
});

describe.each(BACKENDS)('with %s', (_host, open) => {
  let backend: AnyBackend;
  beforeAll(async () => {
    backend = await open();
    backend.people.add('ann', { channels: ['town'] });
    for (let n = 0; n < 30; n += 1)
      await call(backend, 'ann', 'POST', '/lists/me/todos', { text: `Buy ${'milk '.repeat(50)}${n}` });
  });
  afterAll(() => backend.close());

  const read = (encoding: string) =>
    call(backend, 'ann', 'GET', '/lists/me', undefined, { 'Accept-Encoding': encoding });

  it('sends the same list in both ways, and never a compressed one to who cannot read it', async () => {
    const plain = await read('identity');
    expect([plain.status, plain.headers.get('Content-Encoding')]).toEqual([200, null]);
    await read('gzip');
    const compressed = await read('gzip');
    expect(compressed.headers.get('Vary')).toContain('Accept-Encoding');
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
    expect(listView.parse(compressed.body)).toEqual(listView.parse(plain.body));
    expect((await read('identity')).headers.get('Content-Encoding')).toBeNull();
    expect((await read('br, gzip;q=0')).headers.get('Content-Encoding')).toBeNull();
  });
});
