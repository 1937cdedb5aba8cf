import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const row = (text: string, number: number) => ({ id: text, text, number, order: number });
const check = (name: string) => screen.findByRole('checkbox', { name });
const texts = () => screen.queryAllByRole('checkbox').map((one) => one.getAttribute('aria-label'));
const bar = (count: number) => screen.findByRole('toolbar', { name: `${count} selected` });

async function open() {
  const opened = openSidebar(row('Milk', 1), row('Bread', 2), row('Eggs', 3));
  const milk = await check('Milk');
  act(() => milk.focus());
  fireEvent.keyDown(milk, { key: 'ArrowDown', shiftKey: true });
  expect(document.activeElement).toBe(await check('Bread'));
  return opened;
}
const press = async (count: number, name: string) =>
  fireEvent.click(within(await bar(count)).getByRole('button', { name }));
const undo = async (says: string) => {
  const offer = await screen.findByRole('group', { name: 'Undo' });
  expect(offer.textContent).toContain(says);
  fireEvent.click(within(offer).getByRole('button', { name: 'Undo' }));
};

describe('several rows', () => {
  it('are completed in one act, which one undo takes back', async () => {
    const { backend } = await open();
    await press(2, 'Done');
    expect(screen.queryByRole('toolbar')).toBeNull();
    const states = () => ['Milk', 'Bread', 'Eggs'].map((id) => backend.todos.get(id)?.state);
    await waitFor(() => expect(states()).toEqual(['done', 'done', 'open']));
    await undo('Completed: 2 to-dos');
    await waitFor(() => expect(states()).toEqual(['open', 'open', 'open']));
  });

  it('are deleted, and come back', async () => {
    const { backend } = await open();
    await press(2, 'Delete');
    expect(texts()).toEqual(['Eggs']);
    await waitFor(() => expect(backend.todos.get('Bread')?.state).toBe('deleted'));
    await undo('Deleted: 2 to-dos');
    await waitFor(() => expect(texts()).toEqual(['Milk', 'Bread', 'Eggs']));
  });

  it('are moved to today', async () => {
    const { backend } = await open();
    await press(2, 'Move to today');
    await waitFor(() => expect(backend.todos.get('Bread')?.due).toBe('2026-11-27'));
    expect(backend.todos.get('Milk')?.due).toBe('2026-11-27');
    expect(backend.todos.get('Eggs')?.due).toBeNull();
  });

  it('are fewer by a click with Control, and none by Escape', async () => {
    await open();
    fireEvent.click(screen.getByText('Eggs'), { ctrlKey: true });
    await bar(3);
    fireEvent.click(screen.getByText('Milk'), { metaKey: true });
    await bar(2);
    expect((await check('Milk')).getAttribute('aria-expanded')).toBe('false');
    fireEvent.keyDown(await check('Bread'), { key: 'Escape' });
    expect(screen.queryByRole('toolbar')).toBeNull();
  });
});

it('leaves Shift and an arrow to whoever writes', async () => {
  openSidebar(row('Milk', 1), row('Bread', 2));
  fireEvent.keyDown(await check('Milk'), { key: 'e' });
  const field = screen.getByRole('textbox', { name: 'Text of the to-do' });
  fireEvent.keyDown(field, { key: 'ArrowDown', shiftKey: true });
  expect(screen.queryByRole('toolbar')).toBeNull();
});
