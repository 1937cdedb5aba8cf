import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { ALICE, BOB } from '../../testing/make-todo.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const PEOPLE = [
  { id: BOB, username: 'bob', first_name: 'Bob', last_name: 'Berg' },
  { id: ALICE, username: 'alice' },
  { id: 'bot', username: 'bookbot', is_bot: true },
];

/** Mattermost answers with the people whose names begin so. */
function answerWithPeople({ host }: Pick<ReturnType<typeof openSidebar>, 'host'>, people = PEOPLE): string[] {
  const asked: string[] = [];
  host.answerWith(async (input) => {
    const { pathname, searchParams } = new URL(String(input), 'http://site');
    if (!pathname.endsWith('/users/autocomplete')) throw new TypeError('Nothing else is asked here.');
    asked.push(searchParams.toString());
    const name = searchParams.get('name') ?? '';
    const users = people.filter(({ username }) => username.startsWith(name));
    return { ok: true, json: async () => ({ users }) } as Response;
  });
  return asked;
}

const check = (name: string) => screen.findByRole('checkbox', { name });
const options = () => screen.findAllByRole('option');

describe('in the own list', () => {
  it('A chooses to whom a to-do is sent; it leaves, and undo brings it back', async () => {
    const opened = openSidebar({ text: 'Buy milk' });
    const asked = answerWithPeople(opened);
    fireEvent.keyDown(await check('Buy milk'), { key: 'a' });
    const field = screen.getByRole('combobox', { name: 'Send to' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '@b' } });
    await waitFor(async () =>
      expect((await options()).map((one) => one.textContent)).toEqual(['bobBob Berg']),
    );
    expect(asked.at(-1)).toBe('in_team=t1&name=b&limit=8');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.queryByRole('checkbox', { name: 'Buy milk' })).toBeNull();
    const bar = await screen.findByRole('group', { name: 'Undo' });
    expect(bar.textContent).toContain('Sent to bob: Buy milk');
    await waitFor(() =>
      expect(opened.backend.todos.get('todo-1')).toMatchObject({ listId: `person:${BOB}`, state: 'waiting' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await check('Buy milk')).toBeTruthy();
  });

  it('offers neither oneself nor whoever asked, and is left by Escape to its row', async () => {
    const opened = openSidebar({ text: 'Buy milk', creatorId: BOB, assigneeId: ALICE, request: 'accepted' });
    answerWithPeople(opened);
    fireEvent.keyDown(await check('Buy milk'), { key: 'a' });
    expect(await screen.findByText('Nobody found')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(await check('Buy milk'));
  });

  it('says so when Mattermost does not answer', async () => {
    openSidebar({ text: 'Buy milk' });
    fireEvent.keyDown(await check('Buy milk'), { key: 'a' });
    expect(await screen.findByText(/Mattermost does not answer/)).toBeTruthy();
  });
});

it('in a channel one of its members gets it, oneself before all others, or nobody', async () => {
  const opened = openSidebar({ id: 'x', listId: 'channel:c1', text: 'Fix links' });
  opened.backend.ofList('channel:c1');
  const asked = answerWithPeople(opened);
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  fireEvent.keyDown(await check('Fix links'), { key: 'a' });
  await waitFor(async () =>
    expect((await options()).map((one) => one.textContent)).toEqual(['aliceyou', 'bobBob Berg']),
  );
  expect(asked.at(-1)).toBe('in_team=t1&in_channel=c1&name=&limit=8');
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'b' } });
  await waitFor(async () => expect((await options()).map((one) => one.textContent)).toEqual(['bobBob Berg']));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '' } });
  await waitFor(async () => expect(await options()).toHaveLength(2));
  const field = screen.getByRole('combobox', { name: 'Assign to' });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(opened.backend.todos.get('x')?.assigneeId).toBe(BOB));
  fireEvent.keyDown(await check('Fix links'), { key: 'a' });
  fireEvent.click(await screen.findByRole('option', { name: 'Nobody' }));
  await waitFor(() => expect(opened.backend.todos.get('x')?.assigneeId).toBeNull());
});

it('in a channel offers oneself also where Mattermost names only others', async () => {
  const opened = openSidebar({ id: 'x', listId: 'channel:c1', text: 'Fix links' });
  opened.backend.ofList('channel:c1');
  answerWithPeople(
    opened,
    PEOPLE.filter(({ id }) => id !== ALICE),
  );
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  fireEvent.keyDown(await check('Fix links'), { key: 'a' });
  await waitFor(async () => expect(await options()).toHaveLength(2));
  const field = screen.getByRole('combobox', { name: 'Assign to' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(opened.backend.todos.get('x')?.assigneeId).toBe(ALICE));
});
