import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';
import { ALICE, BOB } from '../../testing/make-todo.ts';
import { playDialogs } from '../../testing/play-dialogs.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  playDialogs();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const text = () => field('What is to be done');
const write = (target: HTMLElement, value: string) => fireEvent.change(target, { target: { value } });
const press = (target: HTMLElement, key: string) => fireEvent.keyDown(target, { key });
const list = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'List' });
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

/** The plugin in a page, with the dialog open about its message. */
async function open(
  channel: { type?: string; name?: string } = {},
  backend = makeFakeBackend(),
  words?: string,
) {
  const host = makeFakeHost(backend, channel, {}, words);
  const plugin = new Plugin(host.start);
  plugin.initialize(host.registry, host.store);
  const message = document.createElement('div');
  message.id = 'post_p1';
  document.body.append(message);
  render(host.page('root'));
  act(() => host.chooseMenu('p1'));
  await screen.findByRole('dialog', { name: 'Add a to-do' });
  const added = () => {
    const { text: of, notes, due, listId } = [...backend.todos.values()].at(-1) ?? {};
    return { text: of, notes, due, listId };
  };
  return { backend, host, added, message };
}

describe('what a message is added by', () => {
  it('adds it to one’s own list when Enter is pressed at once, says so, and gives the focus back', async () => {
    const { added, message } = await open();
    expect(document.activeElement).toBe(text());
    press(text(), 'Enter');
    await isClosed();
    expect(added()).toMatchObject({ text: 'Check the price table', notes: '', due: null });
    expect(await screen.findByText('Added to your to-dos: Check the price table')).toBeTruthy();
    expect(document.activeElement).toBe(message);
  });

  it('takes other words, notes, and a date in words, which goes before one in the text', async () => {
    const { backend, added } = await open();
    write(text(), 'Call Ben tomorrow');
    await screen.findByRole('button', { name: 'Tomorrow. Keep as text' });
    write(field('Notes'), 'about the prices');
    write(field('Date in words'), 'friday 5pm');
    await screen.findByText(/Dec 4/);
    expect(screen.queryByRole('button', { name: 'Tomorrow. Keep as text' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await isClosed();
    expect(added()).toMatchObject({
      text: 'Call Ben tomorrow',
      notes: 'about the prices',
      due: '2026-12-04T17:00',
    });
    expect(backend.todos.size).toBe(1);
  });

  it.each([
    ['They close tomorrow, says Ben', 'They close tomorrow, says Ben', 0],
    ['They close tomorrow, says Ben', 'They close tomorrow, says Ben. Call', 150],
    ['They close tomorrow, says Ben', 'They close tomorrow, says Ben. Call', 0],
    ['See the demonstration', 'See the demonstration tomorrow', 0],
  ])('keeps the words of "%s" as they are, dates too, in "%s" after %d ms', async (before, now, ms) => {
    const { added } = await open({}, undefined, before);
    write(text(), now);
    await act(() => new Promise((resolve) => setTimeout(resolve, ms)));
    expect(screen.queryByRole('button', { name: /Keep as text/ })).toBeNull();
    press(text(), 'Enter');
    await isClosed();
    expect(added()).toMatchObject({ text: now, due: null });
  });

  it('takes a date that somebody writes, though the message has it as a part of other words', async () => {
    const { added } = await open({}, undefined, 'We leave tomorrow-ish for Africa');
    write(text(), 'Pack tomorrow');
    await screen.findByRole('button', { name: 'Tomorrow. Keep as text' });
    press(text(), 'Enter');
    await isClosed();
    expect(added()).toMatchObject({ text: 'Pack', due: expect.stringMatching(/^\d/) });
  });

  it('keeps what the text says of a date, or lets it be text', async () => {
    const { added } = await open();
    write(text(), 'Call Ben tomorrow');
    fireEvent.click(await screen.findByRole('button', { name: 'Tomorrow. Keep as text' }));
    press(text(), 'Enter');
    await isClosed();
    expect(added()).toMatchObject({ text: 'Call Ben tomorrow', due: null });
  });

  it('adds to the list of the channel when that is chosen, and names it', async () => {
    const { backend } = await open();
    expect([...list().options].map((option) => option.text)).toEqual([
      'My to-dos',
      'Town Square',
      'Somebody else…',
    ]);
    backend.ofList('channel:c1');
    fireEvent.change(list(), { target: { value: 'channel:c1' } });
    press(text(), 'Enter');
    expect(await screen.findByText('Added to Town Square: Check the price table')).toBeTruthy();
  });

  it('asks somebody who is chosen, with the message that it is about, and says whom', async () => {
    const { backend, host } = await open();
    const addTodo = jest.spyOn(backend.api, 'addTodo');
    host.answerWith(async (input) => {
      const name = new URL(String(input), 'http://site').searchParams.get('name') ?? '';
      const users = [{ id: BOB, username: 'bob' }].filter(({ username }) => username.startsWith(name));
      return { ok: true, json: async () => ({ users }) } as Response;
    });
    fireEvent.change(list(), { target: { value: 'somebody' } });
    const person = screen.getByRole<HTMLInputElement>('combobox', { name: 'Send to' });
    press(text(), 'Enter');
    expect(document.activeElement).toBe(person);
    expect(backend.todos.size).toBe(0);
    write(person, 'bo');
    fireEvent.click(await screen.findByRole('option', { name: 'bob' }));
    expect(person.value).toBe('bob');
    expect(screen.queryByRole('option', { name: 'bob' })).toBeNull();
    press(text(), 'Enter');
    expect(await screen.findByText('Sent to bob: Check the price table')).toBeTruthy();
    expect([...backend.todos.values()].at(-1)).toMatchObject({
      ...{ listId: `person:${BOB}`, state: 'waiting', assigneeId: BOB, text: 'Check the price table' },
    });
    expect(addTodo.mock.calls.at(-1)?.[1]).toMatchObject({ sourcePostId: 'p1', assigneeId: BOB });
  });

  it.each([
    ['with oneself', { type: 'D', name: `${ALICE}__${ALICE}` }],
    ['with a bot', { type: 'D', name: `${ALICE}__bot` }],
  ])('offers only one’s own list in a conversation %s', async (_who, channel) => {
    await open(channel);
    await waitFor(() =>
      expect([...list().options].map((option) => option.text)).toEqual(['My to-dos', 'Somebody else…']),
    );
  });

  it('offers to ask nobody where the backend is one of 0.3', async () => {
    const backend = makeFakeBackend();
    const { getMe } = backend.api;
    backend.api.getMe = async () => {
      const { takesRequests: _, ...me } = await getMe();
      return me;
    };
    await open({}, backend);
    expect([...list().options].map((option) => option.text)).toEqual(['My to-dos', 'Town Square']);
  });

  it('adds nothing when it is closed', async () => {
    const { backend, message } = await open();
    write(text(), 'Something else');
    press(text(), 'Escape');
    await isClosed();
    expect(backend.todos.size).toBe(0);
    expect(document.activeElement).toBe(message);
    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('what cannot be added as it is', () => {
  it('stays in the dialog with the reason, and can be sent once it is mended', async () => {
    const { backend, added } = await open();
    write(field('Notes'), 'kept');
    backend.archive(true);
    press(text(), 'Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('This channel is archived.');
    expect([text().value, field('Notes').value]).toEqual(['Check the price table', 'kept']);
    backend.archive(false);
    press(text(), 'Enter');
    await isClosed();
    expect(added()).toMatchObject({ text: 'Check the price table', notes: 'kept' });
    expect(backend.todos.size).toBe(1);
  });

  it('is forgotten when it was refused and the dialog is closed', async () => {
    const { backend } = await open();
    backend.archive(true);
    press(text(), 'Enter');
    await screen.findByRole('alert');
    press(text(), 'Escape');
    await isClosed();
    expect(screen.queryByRole('status')).toBeNull();
    expect(backend.todos.size).toBe(0);
  });

  it.each([
    ['no text', () => write(text(), ' '), 'A to-do needs a text.'],
    ['too long a text', () => write(text(), 'a'.repeat(4_001)), /4,001 characters; at most 4,000/],
    [
      'too long notes',
      () => write(field('Notes'), 'a'.repeat(16_001)),
      /at most 16,000 fit. Shorten the notes/,
    ],
    ['words that are no date', () => write(field('Date in words'), 'banana'), 'Not understood as a date.'],
  ])('says so: %s', async (_what, spoil, says) => {
    const { backend } = await open();
    spoil();
    press(text(), 'Enter');
    expect(await screen.findByText(says)).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(backend.todos.size).toBe(0);
  });
});

it('keeps what is added without a connection, with the words of its date in its text', async () => {
  const { backend } = await open();
  backend.breakWith(new RequestFailure('offline', 'Failed to fetch'));
  press(text(), 'Enter');
  expect(await screen.findByText(/^Kept here until the server answers/)).toBeTruthy();
  await isClosed();
});
