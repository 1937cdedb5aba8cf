import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { RequestFailure } from '../api/request-failure.ts';
import { Plugin } from '../plugin.tsx';
import { ALICE, BOB, makeTodo, NOON } from '../testing/make-todo.ts';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { openSidebar } from '../testing/open-sidebar.tsx';

const HOUR_MS = 3_600_000;
const asked = { creatorId: BOB, assigneeId: ALICE, state: 'waiting', request: 'waiting' } as const;
const PLAN = { ...asked, id: 'plan', number: 1, text: 'Review the plan', requestedAt: NOON - 2 * HOUR_MS };
const WORDS = { ...asked, id: 'words', number: 2, text: 'Check the words', requestedAt: NOON - 26 * HOUR_MS };
const sent = { listId: `person:${BOB}`, number: 0, assigneeId: BOB, requestedAt: NOON - 30 * HOUR_MS };
const PHOTOS = { ...sent, id: 'photos', text: 'New photos', state: 'waiting', request: 'waiting' } as const;
const TABLE = { ...sent, id: 'table', text: 'Price table', state: 'open', request: 'accepted' } as const;
const DECLINED = { state: 'declined', request: 'declined', requestReason: 'on holiday' } as const;
const HOST = { ...sent, ...DECLINED, id: 'host', text: 'Host the retrospective' };

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const tab = (name: RegExp) => screen.findByRole('tab', { name });
const group = (name: RegExp) => screen.findByRole('region', { name });
const itemOf = (text: string) => screen.getByText(text).closest('li') as HTMLElement;
const press = (text: string, name: RegExp | string) =>
  fireEvent.click(within(itemOf(text)).getByRole('button', { name }));
const spoken = () =>
  screen
    .getAllByRole('status')
    .map((one) => one.textContent)
    .join(' ');

async function open(...rows: Parameters<typeof openSidebar>) {
  const opened = openSidebar(...rows);
  fireEvent.click(await tab(/^Requests/));
  return opened;
}

describe('requests', () => {
  it('are counted on their tab and on the icon, the first one asked first, with who asks and since when', async () => {
    await open(PLAN, WORDS);
    expect((await tab(/^Requests/)).textContent).toContain('2');
    expect(screen.getByText(/2 waiting for your answer/)).toBeTruthy();
    expect(itemOf('Review the plan').textContent?.match(/bob/g)).toHaveLength(1);
    const items = within(await group(/Waiting for you/)).getAllByRole('listitem');
    expect(items.map((item) => item.querySelector('.todo-node-request-head')?.textContent)).toEqual([
      'bob asks you · yesterday',
      'bob asks you · 2 hours ago',
    ]);
  });

  it('say from whom they came also in the list of whoever accepted', async () => {
    openSidebar({ text: 'Buy milk', creatorId: BOB, assigneeId: ALICE, request: 'accepted' });
    await waitFor(() => expect(itemOf('Buy milk').textContent).toContain('bob'));
  });

  it('are accepted: they join the list, and one undo takes that back', async () => {
    const { backend } = await open(PLAN);
    await group(/Waiting for you/);
    press('Review the plan', 'Accept');
    expect(await screen.findByText('Nobody waits for your answer')).toBeTruthy();
    await waitFor(() =>
      expect(backend.todos.get('plan')).toMatchObject({ state: 'open', request: 'accepted' }),
    );
    expect(spoken()).toContain('Accepted: Review the plan');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await group(/Waiting for you/);
    expect(backend.todos.get('plan')).toMatchObject({ state: 'waiting' });
  });

  it('are declined with a reason that is asked for in place', async () => {
    const { backend } = await open(PLAN, WORDS);
    await group(/Waiting for you/);
    press('Review the plan', 'Decline');
    const field = screen.getByRole('textbox', { name: 'Reason (optional). bob will see it.' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'x'.repeat(1_001) } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByRole('alert').textContent).toContain('at most 1,000');
    fireEvent.change(field, { target: { value: 'No time' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() =>
      expect(backend.todos.get('plan')).toMatchObject({ state: 'declined', requestReason: 'No time' }),
    );
    // Enter once more would else answer the next one.
    expect(document.activeElement).toBe(itemOf('Check the words'));
  });

  it('keep the focus when they are not declined after all', async () => {
    await open(PLAN);
    await group(/Waiting for you/);
    press('Review the plan', 'Decline');
    fireEvent.keyDown(screen.getByRole('textbox', { name: /^Reason/ }), { key: 'Escape' });
    expect(document.activeElement).toBe(itemOf('Review the plan'));
    press('Review the plan', 'Decline');
    press('Review the plan', 'Cancel');
    expect(document.activeElement).toBe(itemOf('Review the plan'));
  });

  it('are already done', async () => {
    const { backend } = await open(PLAN);
    await group(/Waiting for you/);
    press('Review the plan', 'Already done');
    await waitFor(() => expect(backend.todos.get('plan')?.state).toBe('done'));
    expect(screen.queryByText('Review the plan')).toBeNull();
  });

  it('come and go by the changes of the own list', async () => {
    const { backend } = await open();
    await screen.findByText('Nobody waits for your answer');
    backend.seed(makeTodo({ ...PLAN, version: 0 }));
    act(() => backend.changeElsewhere('plan', {}));
    await group(/Waiting for you/);
    act(() => backend.changeElsewhere('plan', { state: 'deleted' }));
    expect(screen.queryByText('Review the plan')).toBeNull();
  });

  it('stay, with the reason, where the answer is refused', async () => {
    const { backend } = await open(PLAN);
    await group(/Waiting for you/);
    backend.api.editTodo = () => Promise.reject(new RequestFailure('refused', 'It was taken back.'));
    press('Review the plan', 'Accept');
    expect((await screen.findByRole('alert')).textContent).toContain('It was taken back.');
    expect(await group(/Waiting for you/)).toBeTruthy();
  });

  it('are not where the backend knows of none', async () => {
    const backend = makeFakeBackend();
    const host = makeFakeHost(backend);
    const { getMe } = backend.api;
    backend.api.getMe = async () => {
      const { takesRequests: _none, ...me } = await getMe();
      return me;
    };
    backend.seed(makeTodo());
    new Plugin(host.start).initialize(host.registry, host.store);
    render(host.page('sidebar'));
    fireEvent.keyDown(await screen.findByRole('checkbox'), { key: 'a' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('tab', { name: /Requests/ })).toBeNull();
  });
});

describe('what was sent', () => {
  it('says what became of it', async () => {
    await open(PHOTOS, TABLE, HOST);
    await group(/Sent by you/);
    expect(itemOf('New photos').textContent).toContain('Waiting for bob');
    expect(itemOf('Price table').textContent).toContain('Accepted');
    expect(itemOf('Host the retrospective').textContent).toContain('Declined: “on holiday”');
    expect(within(itemOf('Price table')).queryByRole('button')).toBeNull();
  });

  it('is taken back into the own list', async () => {
    const { backend } = await open(PHOTOS);
    await group(/Sent by you/);
    press('New photos', /^Take back/);
    await waitFor(() => expect(screen.queryByText('Waiting for bob')).toBeNull());
    expect(backend.todos.get('photos')).toMatchObject({ listId: `person:${ALICE}`, state: 'open' });
    fireEvent.click(await tab(/My to-dos/));
    expect(await screen.findByRole('checkbox', { name: 'New photos' })).toBeTruthy();
  });

  it('is asked for again after a day', async () => {
    const { backend } = await open(PHOTOS, {
      ...PHOTOS,
      id: 'new',
      text: 'Asked today',
      requestedAt: NOON - HOUR_MS,
    });
    await group(/Sent by you/);
    expect(within(itemOf('Asked today')).queryByRole('button', { name: /^Ask again/ })).toBeNull();
    press('New photos', /^Ask again/);
    await waitFor(() => expect(backend.todos.get('photos')?.requestedAt).toBe(NOON));
  });

  it('stands in the menu as a view of its own', async () => {
    openSidebar(PHOTOS, PLAN);
    fireEvent.click(await screen.findByRole('button', { name: 'More' }));
    const item = await screen.findByRole('menuitemradio', { name: /^Sent/ });
    await waitFor(() => expect(item.textContent).toBe('Sent1'));
    fireEvent.click(item);
    await group(/Sent by you/);
    expect(screen.queryByText('Review the plan')).toBeNull();
  });
});
