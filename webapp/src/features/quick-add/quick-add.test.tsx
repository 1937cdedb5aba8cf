import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

async function open(backend = makeFakeBackend()) {
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  await screen.findByText('Nothing to do yet');
  return () => [...backend.todos.values()].map(({ text, notes }) => [text, notes]);
}

const field = () => screen.getByRole('textbox', { name: 'Add a to-do' });
const press = (target: Element, key: string) => fireEvent.keyDown(target, { key });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const paste = (text: string) => {
  fireEvent.paste(field(), { clipboardData: { getData: () => text } });
  write(text);
};
const button = (name: string) => screen.getByRole('button', { name });

it('keeps lines that were written below the first one in the notes', async () => {
  const added = await open();
  write('Buy milk\ntwo litres\n\nnot the blue one');
  press(field(), 'Enter');
  await waitFor(() => expect(added()).toEqual([['Buy milk', 'two litres\n\nnot the blue one']]));
});

describe('several pasted lines', () => {
  const LINES = '- milk\n- bread\n\n- butter';

  it('are not added before it is said what they are', async () => {
    const added = await open();
    paste(LINES);
    press(field(), 'Enter');
    expect(document.activeElement).toBe(button('One to-do with notes'));
    expect(added()).toEqual([]);
    press(button('One to-do with notes'), 'ArrowRight');
    expect(document.activeElement).toBe(button('3 to-dos'));
    press(button('3 to-dos'), 'Escape');
    expect(document.activeElement).toBe(field());
    expect(field()).toHaveProperty('value', LINES);
  });

  it('become one to-do each, without the marks of the list', async () => {
    const added = await open();
    paste(LINES);
    fireEvent.click(button('3 to-dos'));
    await waitFor(() =>
      expect(added()).toEqual([
        ['milk', ''],
        ['bread', ''],
        ['butter', ''],
      ]),
    );
    expect(field()).toHaveProperty('value', '');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Added: 3 to-dos'));
  });

  it('are one change, which one undo takes back', async () => {
    const backend = makeFakeBackend();
    await open(backend);
    paste(LINES);
    fireEvent.click(button('3 to-dos'));
    const last = await screen.findByRole('checkbox', { name: 'butter' });
    await waitFor(() => expect(backend.todos.size).toBe(3));
    expect(backend.calls.filter((call) => call.startsWith('add'))).toEqual(['add milk']);
    fireEvent.keyDown(last, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull());
    expect(backend.calls.filter((call) => call.startsWith('undo'))).toHaveLength(1);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Undone: 3 to-dos'));
  });

  it('are added one by one where the backend is one version behind', async () => {
    const backend = makeFakeBackend();
    backend.addOneAtOnce();
    const added = await open(backend);
    paste(LINES);
    fireEvent.click(button('3 to-dos'));
    await waitFor(() => expect(added()).toHaveLength(3));
    expect(backend.calls.filter((call) => call.startsWith('add'))).toEqual([
      'add milk',
      'add bread',
      'add butter',
    ]);
  });

  it('that are refused say why once, and each can be discarded alone', async () => {
    const backend = makeFakeBackend();
    const added = await open(backend);
    const { addTodo } = backend.api;
    backend.api.addTodo = () =>
      Promise.reject(new RequestFailure('refused', 'The list is full.', { code: 'list_full', status: 409 }));
    paste(LINES);
    fireEvent.click(button('3 to-dos'));
    expect((await screen.findByRole('alert')).textContent).toContain('The list is full.');
    expect(screen.getAllByText('Not saved either.')).toHaveLength(2);
    expect(screen.getByRole('status').textContent).not.toContain('Added');
    fireEvent.click(screen.getAllByRole('button', { name: 'Discard my change' })[0] as HTMLElement);
    expect(screen.getByRole('alert').textContent).toContain('The list is full.');
    backend.api.addTodo = addTodo;
    fireEvent.click(button('Retry'));
    await waitFor(() => expect(added().map(([text]) => text)).toEqual(['bread', 'butter']));
  });

  it('become one to-do, the rest its notes', async () => {
    const added = await open();
    paste('Release\nnotes first');
    fireEvent.click(button('One to-do with notes'));
    await waitFor(() => expect(added()).toEqual([['Release', 'notes first']]));
  });

  it('can be several even when they are too long for one', async () => {
    const added = await open();
    paste(Array.from({ length: 9 }, () => 'x'.repeat(3_000)).join('\n'));
    expect(button('One to-do with notes')).toHaveProperty('disabled', true);
    press(field(), 'Enter');
    expect(document.activeElement).toBe(button('9 to-dos'));
    fireEvent.click(button('9 to-dos'));
    await waitFor(() => expect(added()).toHaveLength(9));
  });

  it.each([['one line'], ['one line with an end\n']])('are not several in %j', async (text) => {
    const added = await open();
    paste(text);
    press(field(), 'Enter');
    await waitFor(() => expect(added()).toEqual([[text.trim(), '']]));
  });
});
