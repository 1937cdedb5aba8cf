import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { Plugin } from '../../plugin.tsx';
import { ALICE, BOB, LIST, makeList, makeTodo } from '../../testing/make-todo.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

const SECOND = { id: 'todo-2', number: 2, order: 2, text: 'Second' };
const check = (name: string) => screen.findByRole('checkbox', { name });
const editor = () => screen.getByRole('textbox', { name: 'Text of the to-do' });
const notes = () => screen.getByRole('textbox', { name: 'Notes' });
const button = (name: string) => screen.getByRole('button', { name });
const press = (target: Element, key: string, more = {}) => fireEvent.keyDown(target, { key, ...more });
/** Beside the editor; the live region says it as well. */
const said = (text: string) => screen.getByText(text, { selector: 'strong' });
const write = (text: string) => fireEvent.change(editor(), { target: { value: text } });

/** Alice has written over "Buy milk", which stands above another row. */
async function openWriting() {
  const opened = openSidebar({}, SECOND);
  press(await check('Buy milk'), 'e');
  write('Buy oat milk');
  return opened;
}

const isStillWriting = () => {
  expect(editor()).toHaveProperty('value', 'Buy oat milk');
  expect(document.activeElement).toBe(editor());
};

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

describe('while one person writes in a row, another', () => {
  it('completes it: the editor stays, says who, and its text is saved on the completed one', async () => {
    const { backend } = await openWriting();
    act(() => backend.changeElsewhere('todo-1', { state: 'done', doneAt: 1 }));
    isStillWriting();
    expect(said('bob completed this.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('bob completed this.');
    press(editor(), 'Enter');
    isStillWriting();
    fireEvent.click(button('Keep my text'));
    await waitFor(() =>
      expect(backend.todos.get('todo-1')).toMatchObject({ text: 'Buy oat milk', state: 'done' }),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('completes it, and the text is given up: the focus goes on to the next row', async () => {
    const { backend, host } = await openWriting();
    act(() => backend.changeElsewhere('todo-1', { state: 'done', doneAt: 1 }));
    fireEvent.click(button('Discard'));
    expect(screen.queryByRole('textbox', { name: 'Text of the to-do' })).toBeNull();
    act(() => void host.store.dispatch({ type: 'todo-node/settled', todoId: 'todo-1' }));
    expect(document.activeElement).toBe(await check('Second'));
    expect(backend.todos.get('todo-1')?.text).toBe('Buy milk');
  });

  it('deletes it: the editor stays, and its text becomes a to-do of its own, notes and all', async () => {
    const { backend } = await openWriting();
    fireEvent.change(notes(), { target: { value: 'Two litres' } });
    act(() => backend.changeElsewhere('todo-1', { state: 'deleted' }));
    isStillWriting();
    expect(said('bob deleted this.')).toBeTruthy();
    fireEvent.click(button('Keep my text'));
    const added = await check('Buy oat milk');
    expect(document.activeElement).toBe(added);
    await waitFor(() =>
      expect([...backend.todos.values()]).toContainEqual(
        expect.objectContaining({ id: 'todo-3', text: 'Buy oat milk', notes: 'Two litres', state: 'open' }),
      ),
    );
  });

  it('changes it: both are shown, and neither goes over the other without a word', async () => {
    const { backend } = await openWriting();
    act(() => backend.changeElsewhere('todo-1', { text: 'Buy rice' }));
    isStillWriting();
    expect(said('bob changed this.')).toBeTruthy();
    expect(screen.getByText('Now it reads: Buy rice')).toBeTruthy();
    fireEvent.blur(editor());
    press(editor(), 'Enter');
    isStillWriting();
    expect(backend.todos.get('todo-1')?.text).toBe('Buy rice');
    fireEvent.click(button('Keep my text'));
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Buy oat milk'));
  });

  it('writes the notes: both are kept, nobody is asked', async () => {
    const { backend } = await openWriting();
    act(() => backend.changeElsewhere('todo-1', { notes: 'Two litres' }));
    isStillWriting();
    expect(notes()).toHaveProperty('value', 'Two litres');
    press(editor(), 'Enter');
    await waitFor(() =>
      expect(backend.todos.get('todo-1')).toMatchObject({ text: 'Buy oat milk', notes: 'Two litres' }),
    );
  });

  it('completes it before anything was written: the editor stays, and what is typed then is kept', async () => {
    const { backend } = openSidebar({}, SECOND);
    press(await check('Buy milk'), 'e');
    act(() => backend.changeElsewhere('todo-1', { state: 'done', doneAt: 1 }));
    expect(document.activeElement).toBe(editor());
    write('Buy oat milk');
    isStillWriting();
    expect(button('Keep my text')).toBeTruthy();
  });
});

describe('an editor with unsaved text stays', () => {
  it("when one's own second window completes the to-do, and says so", async () => {
    const { backend } = await openWriting();
    act(() => backend.changeElsewhere('todo-1', { state: 'done', doneAt: 1 }, ALICE));
    isStillWriting();
    expect(said('You completed this in another window.')).toBeTruthy();
  });

  it('when the list is fetched again without its row, and finds it among the done ones', async () => {
    const { backend, host } = await openWriting();
    backend.changeUnheard('todo-1', { state: 'done', doneAt: 1 });
    const view = makeList([makeTodo(SECOND)], { revision: 9 });
    act(() => void host.store.dispatch({ type: 'todo-node/openList', view }));
    isStillWriting();
    await waitFor(() => expect(said('Someone completed this.')).toBeTruthy());
  });

  it('when nobody heard of the change, and says who completed it as far as the list knows', async () => {
    const { backend, host } = await openWriting();
    backend.doneBy.set('todo-1', BOB);
    backend.changeUnheard('todo-1', { state: 'done', doneAt: 1 });
    const view = makeList([makeTodo(SECOND)], { revision: 9 });
    act(() => void host.store.dispatch({ type: 'todo-node/openList', view }));
    await waitFor(() => expect(said('bob completed this.')).toBeTruthy());
    isStillWriting();
  });

  it.each([
    ['cannot be fetched', 'bad_request'],
    ['may not be read any more', 'list_forbidden'],
  ])('when the list %s', async (_when, code) => {
    const { host } = await openWriting();
    const fault = { kind: 'refused' as const, code, message: 'No.', retryAt: null };
    act(() => void host.store.dispatch({ type: 'todo-node/listFault', listId: LIST, fault }));
    isStillWriting();
    expect(screen.getByRole('alert').textContent).toContain('This list cannot be shown');
    expect(screen.queryByRole('checkbox', { name: 'Second' }) === null).toBe(code === 'list_forbidden');
  });

  it('when the focus leaves it without a text that can be saved', async () => {
    const { backend } = await openWriting();
    write('');
    fireEvent.blur(editor());
    expect(editor()).toHaveProperty('value', '');
    expect(screen.getByText('A to-do needs a text.')).toBeTruthy();
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toEqual([]);
  });
});

describe('unsaved text', () => {
  it('lies on its row after Escape, until it is taken up again', async () => {
    await openWriting();
    fireEvent.change(notes(), { target: { value: 'Two litres' } });
    press(notes(), 'Escape');
    expect(document.activeElement).toBe(await check('Buy milk'));
    expect(screen.getByText('Not saved: Buy oat milk · Two litres')).toBeTruthy();
    fireEvent.click(button('Continue'));
    isStillWriting();
    expect(notes()).toHaveProperty('value', 'Two litres');
  });

  it('lies on its row when it is given up: no more', async () => {
    await openWriting();
    press(editor(), 'Escape');
    fireEvent.click(button('Discard my change'));
    expect(screen.queryByText(/Not saved/)).toBeNull();
    expect(document.activeElement).toBe(await check('Buy milk'));
  });

  it('is there again when the plugin was disabled and comes back, though the to-do is deleted', async () => {
    const { backend, host, plugin, view } = await openWriting();
    act(() => plugin.uninitialize());
    view.unmount();
    backend.changeUnheard('todo-1', { state: 'deleted' });
    act(() => new Plugin(host.start).initialize(host.registry, host.store));
    render(host.page('sidebar'));
    expect(await screen.findByText(/This is no longer on the list\. Not saved: Buy oat milk/)).toBeTruthy();
  });

  it('survives that the backend knows nothing of the to-do any more when it is sent', async () => {
    const { backend } = await openWriting();
    backend.changeUnheard('todo-1', { state: 'deleted' });
    press(editor(), 'Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved. Someone deleted this.');
    fireEvent.click(button('See it'));
    fireEvent.click(button('Keep my text'));
    await waitFor(() => expect(backend.todos.get('todo-3')?.text).toBe('Buy oat milk'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  });
});

describe('keys and clicks around an editor', () => {
  it('do nothing to rows while the focus is on its buttons', async () => {
    const { backend } = await openWriting();
    for (const key of ['Delete', 'e', 'n', 'ArrowDown', 'z'])
      press(button('Save'), key, { ctrlKey: key === 'z' });
    expect(editor()).toHaveProperty('value', 'Buy oat milk');
    expect(backend.calls.filter((call) => call.startsWith('delete'))).toEqual([]);
  });

  it('hit what was pressed: the editor folds only after the click', async () => {
    const { backend } = await openWriting();
    const other = await check('Second');
    fireEvent.pointerDown(other);
    fireEvent.blur(editor());
    await waitFor(() => expect(backend.todos.get('todo-1')?.text).toBe('Buy oat milk'));
    expect(editor()).toBeTruthy();
    fireEvent.pointerUp(other);
    fireEvent.click(other);
    // The release has asked for the same moment before.
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
    expect(screen.queryByRole('textbox', { name: 'Text of the to-do' })).toBeNull();
    expect(backend.todos.get('todo-2')?.state).toBe('done');
  });

  it('lead from the example to it: its keys are tried next', async () => {
    openSidebar();
    fireEvent.click(await screen.findByRole('button', { name: 'Add an example' }));
    expect(document.activeElement).toBe(await check('Try it: tick me with Space, edit me with E'));
  });
});

describe('with the network away', () => {
  it('an edit of a to-do that the list has lost is not lost with it', async () => {
    const { backend, host } = await openWriting();
    backend.breakWith(new RequestFailure('unreachable', 'No answer.'));
    press(editor(), 'Enter');
    const view = makeList([makeTodo(SECOND)], { revision: 9 });
    act(() => void host.store.dispatch({ type: 'todo-node/openList', view }));
    expect(await check('Buy oat milk')).toBeTruthy();
  });
});

it('who writes to a channel goes on writing to it when Mattermost goes to another one by itself', async () => {
  const { host } = openSidebar();
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  const field = screen.getByRole('textbox', { name: 'Add to Town Square' });
  act(() => field.focus());
  fireEvent.change(field, { target: { value: 'Half a thought' } });
  host.goTo('c2');
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'Half a thought');
  act(() => field.blur());
  expect(screen.getByRole('textbox', { name: 'Add to Plans' })).toHaveProperty('value', '');
  host.goTo('c1');
  expect(screen.getByRole('textbox', { name: 'Add to Town Square' })).toHaveProperty(
    'value',
    'Half a thought',
  );
});
