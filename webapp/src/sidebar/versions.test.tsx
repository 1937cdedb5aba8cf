import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { parseList } from '../api/views.ts';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { makeList, makeTodo } from '../testing/make-todo.ts';

afterEach(cleanup);

it('a list of a newer backend shows unknown states as states, by their name, and says how many rows it cannot show', async () => {
  Element.prototype.scrollIntoView = () => undefined;
  const backend = makeFakeBackend();
  const todos = [makeTodo({ state: 'paused' as 'open' }), makeTodo({ id: 'todo-2', text: 7 as never })];
  backend.api.getList = async () => ({ list: parseList(makeList(todos)), etag: undefined });
  const host = makeFakeHost(backend);
  const plugin = new Plugin(host.start);
  plugin.initialize(host.registry, host.store);
  render(host.page('sidebar'));
  expect(await screen.findByRole('checkbox', { name: 'Buy milk' })).toHaveProperty('checked', false);
  expect(screen.getByText('State: paused')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('1 to-do of this list cannot be shown');
  plugin.uninitialize();
});
