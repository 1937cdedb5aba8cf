import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { ALICE, BOB, makeList } from '../testing/make-todo.ts';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it.each([
  ['oneself', `${ALICE}__${ALICE}`, {}],
  ['our bot', `${ALICE}__bot`, {}],
  ['another bot', `${BOB}__${ALICE}`, { is_bot: true }],
])('in the direct channel with %s there is no list but My to-dos', async (_who, name, partner) => {
  const backend = makeFakeBackend();
  const host = makeFakeHost(backend, { type: 'D', name }, partner);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  await screen.findByText('Nothing to do yet');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    'My to-dosMine',
    'RequestsRequests',
  ]);
});

it.each([
  ['D', 'With bob', 'Both of you see it'],
  ['G', 'This group', 'All of you see it'],
  ['O', 'This channel', 'Everyone here sees it'],
])('in a channel of type %s the tab says %j, and an empty list %j', async (type, tab, who) => {
  const backend = makeFakeBackend();
  const host = makeFakeHost(backend, { type, name: `${BOB}__${ALICE}` });
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  fireEvent.click(screen.getAllByRole('tab', { name: new RegExp(tab) })[0] as HTMLElement);
  const view = { ...makeList([]), id: 'channel:c1', kind: 'channel' };
  host.store.dispatch({ type: 'todo-node/openList', view });
  expect(await screen.findByText(new RegExp(who))).toBeTruthy();
});
