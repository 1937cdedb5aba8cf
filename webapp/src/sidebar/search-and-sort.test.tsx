import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { NOON } from '../testing/make-todo.ts';
import { openSidebar } from '../testing/open-sidebar.tsx';

const DUE = { due: '2026-11-28', dueAt: NOON + 36 * 3_600_000, dueZone: 'UTC' };
const BOOK = { id: 'book', number: 1, order: 1, text: 'Book a room' };
const MILK = { id: 'milk', number: 2, order: 2, text: 'Buy milk', notes: 'Two litres, for Ｂｅｎ', ...DUE };
const OLD = { id: 'old', number: 3, order: 3, text: 'Call Ben', state: 'done' as const, doneAt: NOON };

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const check = (name: string) => screen.findByRole('checkbox', { name });
const texts = () => screen.queryAllByRole('checkbox').map((one) => one.getAttribute('aria-label'));
const press = (target: Element, key: string) => fireEvent.keyDown(target, { key });
const choose = async (role: 'menuitem' | 'menuitemradio', name: RegExp) => {
  fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole(role, { name }));
};
const tab = (name: RegExp) => screen.findByRole('tab', { name, selected: true });

describe('the search', () => {
  async function search(words: string) {
    const opened = openSidebar(BOOK, MILK, OLD);
    press(await check('Book a room'), '/');
    const field = screen.getByRole('textbox', { name: 'Search' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: words } });
    return { ...opened, field };
  }

  it('finds what has all words in its text or notes, open and done, and says how much that is', async () => {
    const { field } = await search(' ben');
    await waitFor(() => expect(texts()).toEqual(['Buy milk', 'Call Ben']));
    expect(screen.getByText('2 to-dos found')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'MILK two' } });
    expect(texts()).toEqual(['Buy milk']);
    fireEvent.change(field, { target: { value: 'milk three' } });
    expect(texts()).toEqual([]);
    expect(screen.getByRole('heading', { name: 'Nothing found' })).toBeTruthy();
  });

  it('is left by Escape to the field for new ones, and all rows are there again', async () => {
    const { field } = await search('room');
    expect(texts()).toEqual(['Book a room']);
    press(field, 'ArrowDown');
    expect(document.activeElement).toBe(await check('Book a room'));
    press(field, 'Escape');
    expect(screen.queryByRole('search')).toBeNull();
    expect(texts()).toEqual(['Buy milk', 'Book a room']);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Add a to-do' })),
    );
  });

  it('is in the bar and in the menu, and not where there are requests', async () => {
    openSidebar(BOOK);
    await check('Book a room');
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await choose('menuitem', /^Search/);
    expect(screen.getByRole('search')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: /^Requests/ }));
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Search' })).toBeNull();
  });
});

it('sorts by date, or as the to-dos were added, and keeps to that', async () => {
  openSidebar(BOOK, MILK);
  await check('Book a room');
  expect(texts()).toEqual(['Buy milk', 'Book a room']);
  await choose('menuitem', /^Sort: by date/);
  expect(texts()).toEqual(['Book a room', 'Buy milk']);
  cleanup();
  openSidebar(BOOK, MILK);
  await check('Book a room');
  expect(texts()).toEqual(['Book a room', 'Buy milk']);
  await choose('menuitem', /^Sort: as added/);
  expect(texts()).toEqual(['Buy milk', 'Book a room']);
});

it('shows what is done in the place of the first tab, or that there is nothing yet', async () => {
  openSidebar(BOOK, OLD);
  await check('Book a room');
  await choose('menuitemradio', /^Done/);
  await tab(/^Done/);
  await waitFor(() => expect(texts()).toEqual(['Call Ben']));
  expect(screen.queryByRole('textbox')).toBeNull();
  press(await check('Call Ben'), 'n');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.queryByRole('textbox', { name: 'Add a to-do' })),
  );
  cleanup();
  sessionStorage.clear();
  openSidebar(BOOK);
  await check('Book a room');
  await choose('menuitemradio', /^Done/);
  expect(await screen.findByRole('heading', { name: 'Nothing done yet' })).toBeTruthy();
});

describe('G and a letter', () => {
  it('go to a list, whose tab has the focus then', async () => {
    openSidebar(BOOK);
    press(await check('Book a room'), 'g');
    press(await check('Book a room'), 'r');
    const requests = await tab(/^Requests/);
    await waitFor(() => expect(document.activeElement).toBe(requests));
    press(requests, 'g');
    press(requests, 'C');
    const channel = await tab(/^This channel/);
    await waitFor(() => expect(document.activeElement).toBe(channel));
    press(channel, 'g');
    press(channel, 'm');
    await tab(/^My to-dos/);
  });

  it('stay in the sidebar: Mattermost would write them into its composer', async () => {
    openSidebar(BOOK);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => void heard.push(key);
    document.addEventListener('keydown', hear);
    const requests = await screen.findByRole('tab', { name: /^Requests/ });
    for (const key of ['g', 'r', 'x']) press(requests, key);
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['x']);
  });

  it('are nothing by themselves, nor with another key between them', async () => {
    openSidebar(BOOK);
    const row = await check('Book a room');
    act(() => row.focus());
    press(row, 'r');
    press(row, 'g');
    press(row, 'x');
    press(row, 'r');
    await tab(/^My to-dos/);
  });
});
