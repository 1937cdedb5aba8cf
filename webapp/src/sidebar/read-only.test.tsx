import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { makeTodo } from '../testing/make-todo.ts';

const LIST = 'channel:c1';
const SAYS_SO = 'This channel is archived. Its list is read-only.';
const field = () => screen.queryByRole('textbox');
const check = (name = 'Buy milk') => screen.findByRole('checkbox', { name });
const spoken = () => screen.getByRole('status').textContent;
const press = (target: Element, key: string, more = {}) => fireEvent.keyDown(target, { key, ...more });

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

/** The list of the channel on the screen. */
async function open({ isArchived = true, isEmpty = false } = {}) {
  const backend = makeFakeBackend();
  backend.ofList(LIST);
  if (!isEmpty) backend.seed(makeTodo({ listId: LIST, notes: 'two litres' }));
  backend.archive(isArchived);
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  const tab = await screen.findByRole('tab', { name: /This channel/ });
  // Not by fireEvent, whose act is over too early here: the list says at once, through the store, that it is archived,
  // and the act in which the fake host does that ends the outer one.
  await waitFor(() => tab.click());
  const writes = () => backend.calls.filter((call) => !/^(list|me|view|requests|explain)/.test(call));
  return { backend, host, writes };
}

describe('the list of an archived channel', () => {
  it('says so, and offers nothing that would be refused', async () => {
    const { writes } = await open();
    const box = await check();
    expect(screen.getByText(SAYS_SO, { selector: '.todo-node-read-only' })).toBeTruthy();
    expect(spoken()).toContain(SAYS_SO);
    expect(field()).toBeNull();
    expect(box.getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('button', { name: /Edit|Delete/ })).toBeNull();
    fireEvent.click(box);
    for (const key of ['e', 'Delete']) press(box, key);
    expect(await check()).toHaveProperty('checked', false);
    expect(field()).toBeNull();
    expect(writes()).toEqual([]);
  });

  it('shows its to-dos in full', async () => {
    await open();
    press(await check(), 'Enter');
    expect(screen.getByText('two litres')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Edit|Delete/ })).toBeNull();
  });

  it('asks nobody to write when it is empty', async () => {
    await open({ isEmpty: true });
    expect(await screen.findByText('No to-dos here')).toBeTruthy();
    expect(screen.queryByText(/Write something/)).toBeNull();
  });

  it('follows when the channel is archived or restored', async () => {
    const { backend, host } = await open({ isArchived: false });
    await check();
    expect(field()).not.toBeNull();
    backend.archive(true);
    host.tellArchived(1);
    await waitFor(() => expect(field()).toBeNull());
    expect(spoken()).toContain(SAYS_SO);
    backend.archive(false);
    host.tellArchived(0);
    await waitFor(() => expect(field()).not.toBeNull());
    expect(screen.queryByText(SAYS_SO, { selector: '.todo-node-read-only' })).toBeNull();
  });

  it('keeps what was half written when it was archived, and adds none of it', async () => {
    const { backend, host, writes } = await open({ isArchived: false });
    await check();
    fireEvent.change(field() as Element, { target: { value: 'Half a thought' } });
    backend.archive(true);
    host.tellArchived(1);
    await screen.findByText(SAYS_SO, { selector: '.todo-node-read-only' });
    press(field() as Element, 'Enter');
    expect(field()).toHaveProperty('value', 'Half a thought');
    expect(screen.getByRole('button', { name: 'Add' })).toHaveProperty('disabled', true);
    expect(writes()).toEqual([]);
    fireEvent.change(field() as Element, { target: { value: '' } });
    expect(field()).toBeNull();
  });
});

describe('a change that is refused because the channel was archived meanwhile', () => {
  it('is not told as done, has no Retry, and makes the list read-only', async () => {
    const { backend, writes } = await open({ isArchived: false });
    const box = await check();
    backend.archive(true);
    fireEvent.click(box);
    expect((await screen.findByRole('alert')).textContent).toContain('This channel is archived.');
    expect(spoken()).not.toContain('Completed');
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    expect(await check()).toHaveProperty('checked', false);
    expect(field()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Discard my change' }));
    expect(screen.queryByRole('alert')).toBeNull();
    press(await check(), 'z', { ctrlKey: true });
    expect(spoken()).toContain('Nothing to undo');
    expect(writes()).toEqual(['edit todo-1']);
  });

  it('can be tried again once the channel is back', async () => {
    const { backend, host } = await open({ isArchived: false });
    await check();
    backend.archive(true);
    fireEvent.change(field() as Element, { target: { value: 'Buy bread' } });
    press(field() as Element, 'Enter');
    await screen.findByRole('alert');
    expect(spoken()).not.toContain('Added');
    host.tellArchived(1);
    backend.archive(false);
    host.tellArchived(0);
    fireEvent.click(await screen.findByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(spoken()).toContain('Added: Buy bread'));
  });
});
