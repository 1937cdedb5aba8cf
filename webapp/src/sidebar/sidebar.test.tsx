import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import React, { StrictMode } from 'react';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { RequestFailure } from '../api/request-failure.ts';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { makeTodo } from '../testing/make-todo.ts';
import { openSidebar } from '../testing/open-sidebar.tsx';
import { playDialogs } from '../testing/play-dialogs.ts';

const field = () => screen.getByRole('textbox', { name: 'Add a to-do' });
const check = (name: string) => screen.findByRole('checkbox', { name });
const press = (target: Element, key: string, more = {}) => fireEvent.keyDown(target, { key, ...more });
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });

beforeEach(() => {
  playDialogs();
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

describe('quick-add', () => {
  it('adds with Enter, at once, and is empty for the next one', async () => {
    const { backend } = openSidebar();
    await screen.findByText('Nothing to do yet');
    write('Buy milk');
    press(field(), 'Enter');
    expect(await check('Buy milk')).toBeTruthy();
    expect(field()).toHaveProperty('value', '');
    await waitFor(() => expect([...backend.todos.values()].map((todo) => todo.text)).toEqual(['Buy milk']));
    expect(screen.getByRole('status').textContent).toContain('Added: Buy milk');
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { backend } = openSidebar();
    await screen.findByText('Nothing to do yet');
    write('ぎゅうにゅう');
    press(field(), 'Enter', { isComposing: true });
    press(field(), 'Enter', { keyCode: 229 });
    expect(field()).toHaveProperty('value', 'ぎゅうにゅう');
    expect(backend.todos.size).toBe(0);
  });

  it('keeps a half-written text over closing and opening', async () => {
    const { host, view } = openSidebar();
    write('Half');
    view.unmount();
    render(host.page('sidebar'));
    expect(field()).toHaveProperty('value', 'Half');
  });

  it('says how much too long a text is, and adds nothing', async () => {
    const { backend } = openSidebar();
    await screen.findByText('Nothing to do yet');
    write('x'.repeat(4_001));
    press(field(), 'Enter');
    expect(screen.getByRole('alert').textContent).toContain('4,001');
    expect(backend.todos.size).toBe(0);
  });
});

describe('the field for a new to-do', () => {
  it('leads down to the list, and by Escape to the composer', async () => {
    openSidebar({});
    const first = await check('Buy milk');
    const composer = document.body.appendChild(document.createElement('textarea'));
    composer.id = 'post_textbox';
    press(field(), 'ArrowDown');
    expect(document.activeElement).toBe(first);
    press(field(), 'Escape');
    expect(document.activeElement).toBe(composer);
    composer.remove();
  });

  it('keeps the arrows to itself once something is written, which Escape leaves there', async () => {
    openSidebar({});
    const composer = document.body.appendChild(document.createElement('textarea'));
    composer.id = 'post_textbox';
    await check('Buy milk');
    act(() => field().focus());
    write('Half a thought');
    press(field(), 'ArrowDown');
    expect(document.activeElement).toBe(field());
    press(field(), 'Escape');
    expect(document.activeElement).toBe(composer);
    expect(field()).toHaveProperty('value', 'Half a thought');
    composer.remove();
  });
});

describe('the keys', () => {
  it('lead to the composer by Escape also where Mattermost takes that for itself before', async () => {
    openSidebar({});
    const composer = document.body.appendChild(document.createElement('textarea'));
    composer.id = 'post_textbox';
    const take = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', take, true);
    const row = await check('Buy milk');
    act(() => row.focus());
    press(row, 'Escape');
    document.removeEventListener('keydown', take, true);
    expect(document.activeElement).toBe(composer);
    composer.remove();
  });

  it('can be scrolled by keyboard where they do not fit', async () => {
    openSidebar({});
    press(await check('Buy milk'), '?');
    const text = screen.getByText(/only while the focus is in this sidebar/);
    expect(text.closest('[tabindex="0"]')).not.toBeNull();
  });

  it.each(['Escape', '?'])('lead back to the row from which they were looked at, by %s', async (key) => {
    openSidebar({});
    press(await check('Buy milk'), '?');
    press(screen.getByRole('button', { name: 'Close' }), key);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Buy milk'));
  });
});

describe('a row', () => {
  it('is ticked, offers undo, and comes back', async () => {
    const { backend } = openSidebar({});
    fireEvent.click(await check('Buy milk'));
    await waitFor(() => expect(backend.todos.get('todo-1')?.state).toBe('done'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(backend.todos.get('todo-1')?.state).toBe('open'));
    expect(await check('Buy milk')).toHaveProperty('checked', false);
  });

  it('is edited in place, and the focus returns to it', async () => {
    const { backend } = openSidebar({});
    press(await check('Buy milk'), 'e');
    const editor = screen.getByRole('textbox', { name: 'Text of the to-do' });
    fireEvent.change(editor, { target: { value: 'Buy oat milk' } });
    press(editor, 'Enter');
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Buy oat milk'));
    expect(document.activeElement).toBe(await check('Buy oat milk'));
  });

  it('is left as it was by Escape', async () => {
    const { backend } = openSidebar({});
    press(await check('Buy milk'), 'e');
    const editor = screen.getByRole('textbox', { name: 'Text of the to-do' });
    fireEvent.change(editor, { target: { value: 'Something else' } });
    press(editor, 'Escape');
    expect(await check('Buy milk')).toBeTruthy();
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toEqual([]);
  });

  it('is deleted by key, hands the focus on, and Control Z brings it back', async () => {
    const { backend } = openSidebar({}, { id: 'todo-2', number: 2, order: 2, text: 'Second' });
    const first = await check('Buy milk');
    act(() => first.focus());
    press(first, 'Delete');
    expect(document.activeElement).toBe(await check('Second'));
    await waitFor(() => expect(backend.todos.get('todo-1')?.state).toBe('deleted'));
    press(await check('Second'), 'z', { ctrlKey: true });
    expect(await check('Buy milk')).toBeTruthy();
  });

  it('is the only one that Tab reaches; arrows move along', async () => {
    openSidebar({}, { id: 'todo-2', number: 2, order: 2, text: 'Second' });
    const first = await check('Buy milk');
    const second = await check('Second');
    act(() => first.focus());
    expect([first.getAttribute('tabindex'), second.getAttribute('tabindex')]).toEqual(['0', '-1']);
    press(first, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    expect([first.getAttribute('tabindex'), second.getAttribute('tabindex')]).toEqual(['-1', '0']);
  });

  it('hands the focus on when it folds away after a tick', async () => {
    const { host } = openSidebar({}, { id: 'todo-2', number: 2, order: 2, text: 'Second' });
    const first = await check('Buy milk');
    act(() => first.focus());
    fireEvent.click(first);
    act(() => void host.store.dispatch({ type: 'todo-node/settled', todoId: 'todo-1' }));
    expect(document.activeElement).toBe(await check('Second'));
    expect(await check('Second')).toHaveProperty('tabIndex', 0);
  });

  it('shows what somebody else did, as soon as it is known', async () => {
    const { backend } = openSidebar({});
    await check('Buy milk');
    act(() => backend.changeElsewhere('todo-1', { text: 'Buy rice' }));
    expect(await check('Buy rice')).toBeTruthy();
  });
});

describe('notes', () => {
  const notesField = () => screen.getByRole('textbox', { name: 'Notes' });
  const save = (key: string, more = {}) => press(notesField(), key, more);

  it('are written in place; Enter is a new line there, with Control it saves', async () => {
    const { backend } = openSidebar({});
    press(await check('Buy milk'), 'e');
    fireEvent.change(notesField(), { target: { value: 'Two litres' } });
    save('Enter');
    expect(notesField()).toHaveProperty('value', 'Two litres');
    save('Enter', { ctrlKey: true });
    await waitFor(() => expect(backend.todos.get('todo-1')?.notes).toBe('Two litres'));
    expect(backend.todos.get('todo-1')?.text).toBe('Buy milk');
    expect(screen.getByText('Two litres')).toBeTruthy();
  });

  it('are not sent along when only the text was edited', async () => {
    const { backend } = openSidebar({ notes: 'Two litres' });
    press(await check('Buy milk'), 'e');
    expect(notesField()).toHaveProperty('value', 'Two litres');
    backend.seed(makeTodo({ notes: 'Written by somebody else' }));
    const editor = screen.getByRole('textbox', { name: 'Text of the to-do' });
    fireEvent.change(editor, { target: { value: 'Buy oat milk' } });
    press(editor, 'Enter');
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Buy oat milk'));
    expect(backend.todos.get('todo-1')?.notes).toBe('Written by somebody else');
  });

  it('are not saved when they are too long', async () => {
    const { backend } = openSidebar({});
    press(await check('Buy milk'), 'e');
    fireEvent.change(notesField(), { target: { value: 'x'.repeat(16_001) } });
    save('Enter', { ctrlKey: true });
    expect(notesField().getAttribute('aria-invalid')).toBe('true');
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toEqual([]);
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    id: `todo-${at + 1}`,
    number: at + 1,
    order: at + 1,
    text: `Item ${at + 1}`,
  }));

  it('shows its end before its middle is drawn, and a new to-do there at once', async () => {
    const seen: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      seen.push(this.textContent ?? '');
    };
    openSidebar(...many);
    await screen.findByText('Item 200');
    write('The newest');
    press(field(), 'Enter');
    const row = (await screen.findByText('The newest')).closest('li');
    expect(row?.querySelector('.todo-node-fresh')).toBeTruthy();
    expect(seen).toEqual([expect.stringContaining('The newest')]);
    expect(document.activeElement).toBe(field());
  });

  it('is complete in the end, each row once', async () => {
    const idle: (() => void)[] = [];
    window.requestIdleCallback = (work) => idle.push(work as () => void);
    window.cancelIdleCallback = () => undefined;
    const { view } = openSidebar(...many);
    await screen.findByText('Item 200');
    while (idle.length > 0) act(() => idle.shift()?.());
    Reflect.deleteProperty(window, 'requestIdleCallback');
    expect(view.container.querySelectorAll('.todo-node-check')).toHaveLength(200);
  });
});

describe('trouble', () => {
  it('says when it tries again after too many requests, and does so', async () => {
    const { backend } = openSidebar({});
    await check('Buy milk');
    backend.breakWith(new RequestFailure('busy', 'Too many requests.', { status: 429, retryAfterMs: 60 }));
    write('Once more');
    press(field(), 'Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('Too many requests');
    backend.breakWith(null);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect([...backend.todos.values()].map((todo) => todo.text)).toContain('Once more');
  });

  it('leaves the open ones alone when the done ones are refused, and tries those again', async () => {
    const { backend } = openSidebar({}, { id: 'todo-2', number: 2, text: 'Long done', state: 'done' });
    await check('Buy milk');
    const refusal = new RequestFailure('refused', 'Not now.', { code: 'bad_request', status: 400 });
    backend.breakWith(refusal);
    fireEvent.click(screen.getByRole('button', { name: /^Done/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not loaded. Not now.');
    expect(await check('Buy milk')).toBeTruthy();
    backend.breakWith(null);
    fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await check('Long done')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps what was written while the server is away, and says so', async () => {
    const { backend } = openSidebar({});
    await check('Buy milk');
    backend.breakWith(new RequestFailure('unreachable', 'No answer.'));
    write('On the train');
    press(field(), 'Enter');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('1 change is kept here');
    backend.breakWith(null);
    fireEvent.click(within(notice).getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect([...backend.todos.values()].map((todo) => todo.text)).toContain('On the train');
  });

  it('says what an administrator has to do where the proxy rule is missing', async () => {
    const backend = makeFakeBackend();
    backend.breakWith(new RequestFailure('no_route', '404'));
    const host = makeFakeHost(backend);
    new Plugin(host.start).initialize(host.registry, host.store);
    render(host.page('sidebar'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'An administrator has to add the proxy rule',
    );
  });

  it('shows somebody else’s text after a conflict, and gives the own one back for another try', async () => {
    const { backend } = openSidebar({});
    press(await check('Buy milk'), 'e');
    const editor = screen.getByRole('textbox', { name: 'Text of the to-do' });
    backend.seed(makeTodo({ version: 5, text: 'Theirs' }));
    fireEvent.change(editor, { target: { value: 'Mine' } });
    press(editor, 'Enter');
    fireEvent.click(await screen.findByRole('button', { name: 'See it' }));
    const again = screen.getByRole('textbox', { name: 'Text of the to-do' });
    expect(again).toHaveProperty('value', 'Mine');
    expect(screen.getByText('Now it reads: Theirs')).toBeTruthy();
    press(again, 'Enter');
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Mine'));
  });
});

describe('under double effects', () => {
  it('works as ever, and watches each list once', async () => {
    const backend = makeFakeBackend();
    backend.seed(makeTodo({}));
    const host = makeFakeHost(backend);
    new Plugin(host.start).initialize(host.registry, host.store);
    render(<StrictMode>{host.page('sidebar')}</StrictMode>);
    fireEvent.click(await check('Buy milk'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await check('Buy milk')).toHaveProperty('checked', false);
    press(await check('Buy milk'), 'e');
    const editor = screen.getByRole('textbox', { name: 'Text of the to-do' });
    fireEvent.change(editor, { target: { value: 'Buy rice' } });
    press(editor, 'Enter');
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Buy rice'));
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toHaveLength(2);
    expect(backend.streams.size).toBe(1);
  });
});

describe('the host', () => {
  it('counts open to-dos on its button', async () => {
    openSidebar({}, { id: 'todo-2', text: 'Second' });
    expect(await screen.findByText('2 open to-dos')).toBeTruthy();
  });

  it('shows the answer to /todo where it was typed, as a post of the bot that only this person sees', async () => {
    const { host } = openSidebar({});
    await check('Buy milk');
    expect(await host.type('/todo add rice')).toEqual({});
    expect(host.sent).toContainEqual(
      expect.objectContaining({
        type: 'RECEIVED_NEW_POST',
        data: expect.objectContaining({
          type: 'system_ephemeral',
          user_id: 'bot',
          channel_id: 'c1',
          root_id: 'r1',
          message: 'You said add rice',
        }),
      }),
    );
  });

  it('keeps the draft of /todo when nobody answers', async () => {
    const { host, backend } = openSidebar({});
    backend.breakWith(new RequestFailure('no_route', '404'));
    expect(await host.type('/todo private')).toEqual({
      error: { message: expect.stringContaining('your text is still here') },
    });
  });

  it('makes a to-do of a message and says so', async () => {
    const { host, backend } = openSidebar();
    await screen.findByText('Nothing to do yet');
    act(() => host.chooseMenu('p1'));
    press(await screen.findByRole('textbox', { name: 'What is to be done' }), 'Enter');
    expect(await screen.findByText('Added to your to-dos: Check the price table')).toBeTruthy();
    await waitFor(() =>
      expect([...backend.todos.values()].map((todo) => todo.text)).toEqual(['Check the price table']),
    );
  });
});
