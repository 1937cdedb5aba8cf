import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { ALICE, BOB, makeTodo } from '../../testing/make-todo.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const ofChannel = (text: string, assigneeId: string | null, number: number) =>
  makeTodo({ id: text, text, listId: 'channel:c1', assigneeId, number, order: number });

async function open(...rows: ReturnType<typeof makeTodo>[]) {
  const opened = openSidebar();
  opened.backend.ofList('channel:c1');
  opened.backend.seed(...rows);
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  return opened;
}
const openThree = () =>
  open(ofChannel('Fix links', BOB, 1), ofChannel('Take shots', ALICE, 2), ofChannel('Collect', null, 3));
const radio = (name: RegExp) => screen.findByRole('radio', { name });
const texts = () => screen.queryAllByRole('checkbox').map((one) => one.getAttribute('aria-label'));

it('shows everyone’s, one’s own, or what nobody has, and says how many there are', async () => {
  await openThree();
  expect(await radio(/^Everyone/)).toHaveProperty('checked', true);
  expect(screen.getByRole('radiogroup', { name: 'Whose to-dos' }).textContent).toBe(
    'Everyone3Mine1Unassigned1',
  );
  fireEvent.click(await radio(/^Mine/));
  expect(texts()).toEqual(['Take shots']);
  fireEvent.click(await radio(/^Unassigned/));
  expect(texts()).toEqual(['Collect']);
  fireEvent.click(await radio(/^Everyone/));
  expect(texts()).toEqual(['Fix links', 'Take shots', 'Collect']);
});

it('is remembered as long as the window is open', async () => {
  await openThree();
  fireEvent.click(await radio(/^Mine/));
  fireEvent.click(screen.getByRole('tab', { name: /My to-dos/ }));
  expect(screen.queryByRole('radio')).toBeNull();
  fireEvent.click(screen.getByRole('tab', { name: /This channel/ }));
  expect(await radio(/^Mine/)).toHaveProperty('checked', true);
  expect(texts()).toEqual(['Take shots']);
});

it('says so where nothing is left', async () => {
  await open(ofChannel('Fix links', BOB, 1));
  fireEvent.click(await radio(/^Mine/));
  expect(await screen.findByText('Nothing here is yours')).toBeTruthy();
  fireEvent.click(await radio(/^Unassigned/));
  expect(await screen.findByText('Everything has somebody')).toBeTruthy();
});

it('keeps what was just added before the eyes of whoever added it', async () => {
  await openThree();
  fireEvent.click(await radio(/^Mine/));
  const field = screen.getByRole('textbox', { name: /^Add/ });
  fireEvent.change(field, { target: { value: 'Call Ben' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(texts()).toEqual(['Take shots', 'Call Ben']);
  await waitFor(() => expect(screen.getByRole('radiogroup').textContent).toBe('Everyone4Mine1Unassigned2'));
});

it('is in no list of one person, and in none that is empty', async () => {
  const { backend } = openSidebar({ text: 'Buy milk' });
  await screen.findByRole('checkbox', { name: 'Buy milk' });
  expect(screen.queryByRole('radiogroup')).toBeNull();
  backend.ofList('channel:c1');
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  await screen.findByText('Nothing to do yet');
  expect(screen.queryByRole('radiogroup')).toBeNull();
});
