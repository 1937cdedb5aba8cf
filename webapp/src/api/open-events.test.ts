/** @jest-environment node */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { StreamEvent } from './event-parser.ts';
import { FIRST_BYTES_MS, makeOpenEvents, SILENCE_MS } from './open-events.ts';
import type { RequestFailure } from './request-failure.ts';
import type { Wire } from './request.ts';

function openOn(answer: () => Response, channels: string[] = []) {
  const urls: string[] = [];
  const seen: { opened: number; events: StreamEvent[]; end: RequestFailure | null } = {
    opened: 0,
    events: [],
    end: null,
  };
  const wire: Wire = {
    fetch: async (url, init) => {
      urls.push(String(url));
      init?.signal?.addEventListener('abort', () => cut?.error(new DOMException('Aborted', 'AbortError')));
      return answer();
    },
    basename: () => '',
    cookies: () => '',
    isOnline: () => true,
  };
  const close = makeOpenEvents(wire)(channels, {
    onOpen: () => void (seen.opened += 1),
    onEvent: (event) => void seen.events.push(event),
    onEnd: (failure) => void (seen.end = failure),
  });
  return { urls, seen, close };
}

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => void jest.useRealTimers());

/** Streams hand their pieces over in turns of the event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}
/** What ends the last stream as `fetch` ends it: from within. */
let cut: ReadableStreamDefaultController | undefined;
const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        cut = controller;
        pieces.forEach((piece) => controller.enqueue(new TextEncoder().encode(piece)));
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

it('asks for the channels, opens with the first bytes and passes the events on', async () => {
  const { urls, seen, close } = openOn(
    () => streamOf(': \n\n', 'event: change\ndata: {}', '\n\n'),
    ['c1', 'c2'],
  );
  await settle();
  expect(urls).toEqual(['/plugins/todo-node/api/v1/events?channels=c1,c2']);
  expect(seen).toEqual({ opened: 1, events: [{ name: 'change', data: '{}' }], end: null });
  close();
  await settle();
  expect(seen.end).toBeNull();
});

it.each([
  [
    'the plain 404 of a missing proxy rule',
    () => new Response('404 page not found\n', { status: 404 }),
    'no_route',
  ],
  ['a page instead of a stream', () => new Response('<html>'), 'no_route'],
  ['a session that has ended', () => new Response('{}', { status: 401 }), 'signed_out'],
])('ends with %s', async (_what, answer, kind) => {
  const { seen } = openOn(answer);
  await settle();
  expect(seen.end).toMatchObject({ kind });
  expect(seen.opened).toBe(0);
});

it('ends when the backend ends the stream', async () => {
  const { seen } = openOn(() => new Response(': \n\n', { headers: { 'Content-Type': 'text/event-stream' } }));
  await settle();
  expect(seen.end).toMatchObject({ kind: 'unreachable' });
});

it('takes a stream that falls silent for dead, and not before two heartbeats are missing', async () => {
  const { seen } = openOn(() => streamOf(': \n\n'));
  await settle();
  jest.advanceTimersByTime(SILENCE_MS - 1);
  cut?.enqueue(new TextEncoder().encode(': \n\n'));
  await settle();
  jest.advanceTimersByTime(SILENCE_MS - 1);
  await settle();
  expect(seen.end).toBeNull();
  jest.advanceTimersByTime(1);
  await settle();
  expect(seen.end).toMatchObject({ kind: 'unreachable', message: 'Silence.' });
});

it('gives up on a stream whose first bytes do not come', async () => {
  const { seen } = openOn(() => streamOf());
  await settle();
  jest.advanceTimersByTime(FIRST_BYTES_MS);
  await settle();
  expect([seen.opened, seen.end]).toMatchObject([0, { kind: 'unreachable' }]);
});
