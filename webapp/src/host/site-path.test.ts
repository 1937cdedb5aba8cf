import { afterEach, expect, it } from '@jest/globals';
import { hostGlobals } from './globals.ts';
import { postIdOf, sitePathOf } from './site-path.ts';

const POST = 'a'.repeat(26);

afterEach(() => void Reflect.deleteProperty(hostGlobals(), 'basename'));

it.each([
  ['http://localhost/eng/channels/plans', '/eng/channels/plans'],
  ['/eng/messages/@bob', '/eng/messages/@bob'],
  [`/eng/pl/${POST}`, `/eng/pl/${POST}`],
  ['http://localhost/plugins/todo-node/api/v1/me', null],
  ['http://localhost/', null],
  ['https://example.com/eng/channels/plans', null],
  ['mailto:bob@example.com', null],
])('%s leads within the site to %s', (href, path) => {
  expect(sitePathOf(href)).toBe(path);
});

it('leaves the subpath of the site to the history', () => {
  Object.assign(hostGlobals(), { basename: '/chat' });
  expect(sitePathOf('/chat/eng/channels/plans')).toBe('/eng/channels/plans');
  expect(sitePathOf('/eng/channels/plans')).toBeNull();
});

it('names the message', () => {
  expect(postIdOf(`/eng/pl/${POST}?view=citation`)).toBe(POST);
  expect(postIdOf('/eng/channels/plans')).toBeNull();
});
