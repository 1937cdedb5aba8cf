import { expect, it } from '@jest/globals';
import type { DirectTransport } from './direct-transport.ts';
import { endpointTemplate } from './endpoint-template.ts';
import { timeTransport } from './time-transport.ts';

const ID = 'abcdefghijklmnopqrstuvwxy1';

it.each([
  [`/api/v4/users/${ID}`, '/users/{id}'],
  [`/chat/api/v4/channels/${ID}/members`, '/channels/{id}/members'],
  ['/api/v4/users/username/ann', '/users/{id}/{id}'],
  [`/api/v4/${'x/'.repeat(50)}`, '/{id}/{id}/{id}/{id}/{id}/{id}'],
  [`/chat/hooks/commands/${ID}`, '/hooks/commands/{id}'],
  ['/anything/else', 'other'],
])('names %s without whom it is about', (pathname, template) => {
  expect(endpointTemplate(pathname)).toBe(template);
});

/** Answers with this status; undefined: not at all. */
const answering = (status: number | undefined): DirectTransport => ({
  async send() {
    if (status === undefined) throw new Error('away');
    return { status, headers: {}, body: Buffer.from('') };
  },
  close() {},
});

it.each([
  [200, '2xx'],
  [404, '4xx'],
  [429, '429'],
  [503, '5xx'],
  [undefined, 'no_answer'],
])('tells what became of a call (%s: %s), and lets it through as it is', async (status, outcome) => {
  const told: unknown[] = [];
  const transport = timeTransport(answering(status), { mattermostCall: (labels) => void told.push(labels) });
  const url = new URL(`http://chat.example.com/api/v4/users/${ID}?secret=1`);
  const sent = transport.send({ method: 'GET', url, headers: {}, timeoutMs: 1_000 });
  if (status === undefined) await expect(sent).rejects.toThrow('away');
  else expect((await sent).status).toBe(status);
  expect(told).toEqual([{ endpoint: 'GET /users/{id}', outcome }]);
});
