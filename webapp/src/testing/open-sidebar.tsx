import { render } from '@testing-library/react';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from './fake-backend.ts';
import { makeFakeHost } from './fake-host.tsx';
import { makeTodo } from './make-todo.ts';

/** The plugin in a page of the fake host, over a backend that has these to-dos. */
export function openSidebar(...rows: Parameters<typeof makeTodo>[0][]) {
  const backend = makeFakeBackend();
  backend.seed(...rows.map((row) => makeTodo(row)));
  const host = makeFakeHost(backend);
  const plugin = new Plugin(host.start);
  plugin.initialize(host.registry, host.store);
  const view = render(host.page('sidebar', 'button', 'root'));
  return { backend, host, plugin, view };
}
