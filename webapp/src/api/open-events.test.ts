/** @jest-environment node */
import { expect, it } from '@jest/globals';
import type { StreamEvent } from './event-parser.ts';
import { makeOpenEvents } from './open-events.ts';
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
    fetch: async (url) => {
      urls.push(String(url));
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

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
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
