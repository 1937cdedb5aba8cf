import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { passesStreams } from '../../setup/doctor/passes-streams.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { makeProbeStream } from './probe-stream.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(60_000);

let backend: Backend;
beforeEach(async () => void (backend = await openBackend()));
afterEach(() => backend.close());

it('shows that streams get through, to whoever asks', async () => {
  expect(await passesStreams({ siteUrl: backend.url, fetch })).toBe(true);
});

it('shows that something keeps them until they are over', async () => {
  const keeping = async (...asked: Parameters<typeof fetch>) => {
    const { headers, body } = await fetch(...asked);
    return new Response(await new Response(body).text(), { headers });
  };
  expect(await passesStreams({ siteUrl: backend.url, fetch: keeping })).toBe(false);
});

it('is for few at once', () => {
  jest.useFakeTimers();
  try {
    const handler = makeProbeStream();
    const ask = () => {
      const written: string[] = [];
      const write = (text: string) => void written.push(text);
      const response = Object.assign(new EventEmitter(), { writeHead: () => response, write, end: write });
      handler({} as never, response as never, () => undefined);
      return { response, written };
    };
    const [first] = Array.from({ length: 20 }, ask);
    expect(ask).toThrow(/At most 20/);
    jest.advanceTimersByTime(500);
    expect(first?.written.join('')).not.toContain('last');
    jest.advanceTimersByTime(5_000);
    expect(first?.written.join('')).toMatch(/first[^]*second[^]*last/);
    first?.response.emit('close');
    expect(ask).not.toThrow();
  } finally {
    jest.useRealTimers();
  }
});
