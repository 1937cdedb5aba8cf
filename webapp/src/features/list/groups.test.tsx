import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { momentOf } from '../../calendar/wall-clock.ts';
import { NOON } from '../../testing/make-todo.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

let number = 0;
const row = (text: string, due: string | null, more = {}) => {
  const when = due === null ? {} : { due, dueAt: momentOf(due, 'UTC'), dueZone: 'UTC' };
  number += 1;
  return { id: text, text, number, order: number, ...when, ...more };
};

const labels = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const check = (name: string) => screen.getByRole('checkbox', { name });
const textsOf = (name: RegExp) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('checkbox')
    .map((one) => one.getAttribute('aria-label'));
const spokenOf = (name: string) =>
  (check(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .replaceAll('\u202f', ' ');

async function open() {
  const opened = openSidebar(
    row('some day', null),
    row('report', '2026-11-27T15:00', { repeat: 'FREQ=WEEKLY' }),
    row('invoice', '2026-11-26T17:00', { reminders: [{ id: 'r', byId: 'a', minutesBefore: 0 }] }),
    row('call', null, { reminders: [{ id: 'r', byId: 'a', at: '2026-11-27T13:00' }], dueZone: 'UTC' }),
    row('book', '2026-11-28'),
    row('milk', '2026-11-27'),
  );
  await screen.findByRole('checkbox', { name: 'milk' });
  return opened;
}

describe('a list with dates', () => {
  it('is grouped by them, soonest first', async () => {
    await open();
    expect(labels()).toEqual(['Overdue1', 'Today2', 'Upcoming1', 'No date2']);
    expect(textsOf(/^Today/)).toEqual(['report', 'milk']);
    expect(spokenOf('report')).toContain('Due 3:00 PM');
    expect(spokenOf('report')).toContain('Every week');
    expect(spokenOf('invoice')).toContain('Overdue Yesterday, 5:00 PM');
    expect(spokenOf('book')).toContain('Due Tomorrow');
  });

  it('has a bell on a row until its reminder has come', async () => {
    const { host } = await open();
    expect(spokenOf('invoice')).not.toContain('Reminder set');
    expect(spokenOf('call')).toContain('Reminder set');
    host.passTo(NOON + 3_600_000);
    expect(spokenOf('call')).not.toContain('Reminder set');
  });

  it('changes its groups after the minute and at midnight, and keeps the focus', async () => {
    const { host } = await open();
    act(() => check('report').focus());
    host.passTo(NOON + 3 * 3_600_000 + 60_000);
    expect(textsOf(/^Overdue/)).toEqual(['invoice', 'report']);
    expect(document.activeElement).toBe(check('report'));
    host.passTo(momentOf('2026-11-27', 'UTC'));
    expect(textsOf(/^Overdue/)).toEqual(['invoice', 'report', 'milk']);
    expect(textsOf(/^Today/)).toEqual(['book']);
  });

  it('leaves a row in its group while somebody writes in it', async () => {
    const { host, backend } = await open();
    fireEvent.keyDown(check('report'), { key: 'e' });
    const field = screen.getByRole('textbox', { name: 'Text of the to-do' });
    fireEvent.change(field, { target: { value: 'report to bob' } });
    host.passTo(NOON + 3 * 3_600_000 + 60_000);
    expect(textsOf(/^Today/)).toContain('report');
    expect(screen.getByRole('textbox', { name: 'Text of the to-do' })).toBe(field);
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toEqual([]);
  });

  it('folds groups, and Page Down goes to the next one that is shown', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: /^Today/ }));
    expect(screen.queryByRole('checkbox', { name: 'milk' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Today/ }).getAttribute('aria-expanded')).toBe('false');
    act(() => check('invoice').focus());
    fireEvent.keyDown(check('invoice'), { key: 'PageDown' });
    expect(document.activeElement).toBe(check('book'));
    fireEvent.keyDown(check('book'), { key: 'PageUp' });
    expect(document.activeElement).toBe(check('invoice'));
  });
});

it('has no labels where nothing has a date', async () => {
  openSidebar(row('some day', null));
  await screen.findByRole('checkbox', { name: 'some day' });
  expect(screen.queryAllByRole('heading', { level: 3 })).toEqual([]);
  expect(screen.getByRole('region', { name: 'Open' })).not.toBeNull();
});

describe('a text that is edited', () => {
  const field = () => screen.getByRole('textbox', { name: 'Text of the to-do' });
  async function edit(text: string) {
    const { backend } = openSidebar(row('call Ben tomorrow', null));
    const box = await screen.findByRole('checkbox', { name: 'call Ben tomorrow' });
    fireEvent.keyDown(box, { key: 'e' });
    fireEvent.change(field(), { target: { value: text } });
    return () => [...backend.todos.values()].map(({ text: kept, due }) => [kept, due]);
  }

  it('keeps all of its words, and nobody else is said to have changed it', async () => {
    const kept = await edit('call Ben tomorrow, and Eve');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(kept()).toEqual([['call Ben tomorrow, and Eve', null]]));
    fireEvent.keyDown(check('call Ben tomorrow, and Eve'), { key: 'e' });
    fireEvent.change(field(), { target: { value: 'call Ben tomorrow, and Adam' } });
    expect(screen.queryByText(/another window/)).toBeNull();
  });

  it('takes a date that is typed anew and seen', async () => {
    const kept = await edit('call Ben friday 5pm');
    await screen.findByRole('button', { name: /^Fri, Dec 4, .*Keep as text/ });
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(kept()).toEqual([['call Ben', '2026-12-04T17:00']]));
    expect(textsOf(/^Upcoming/)).toEqual(['call Ben']);
  });

  it('leaves a typed date in the text for whoever wants it so', async () => {
    const kept = await edit('call Ben friday 5pm');
    fireEvent.click(await screen.findByRole('button', { name: /^Fri, Dec 4, .*Keep as text/ }));
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(kept()).toEqual([['call Ben friday 5pm', null]]));
  });
});

it('moves what is overdue to today in one change, which one undo takes back', async () => {
  const [milk, ben] = [row('milk', '2026-11-25'), row('Ben', '2026-11-26')];
  const { backend } = openSidebar(milk, ben, row('plan', '2026-12-04'));
  fireEvent.click(await screen.findByRole('button', { name: 'Move to today' }));
  expect(screen.queryByRole('region', { name: /Overdue/ })).toBeNull();
  const bar = await screen.findByRole('group', { name: 'Undo' });
  expect(bar.textContent).toContain('Moved to today: 2 to-dos');
  await waitFor(() => expect(backend.todos.get('Ben')?.due).toBe('2026-11-27'));
  expect(backend.calls.filter((call) => call.startsWith('command'))).toEqual([
    `command snooze ${milk.number} ${ben.number} 2026-11-27`,
  ]);
  fireEvent.click(within(bar).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(backend.todos.get('milk')?.due).toBe('2026-11-25'));
  expect(await screen.findByRole('region', { name: /^Overdue/ })).toBeTruthy();
});

it('moves what is overdue at the time of day that it has, where that is still to come', async () => {
  const { backend } = openSidebar(
    row('late', '2026-11-25T17:00'),
    row('early', '2026-11-25T09:00', { repeat: 'FREQ=DAILY' }),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Move to today' }));
  const spoken = () =>
    [spokenOf('late'), spokenOf('early')].map((one) => /Due (?:[\d:]+ PM|Today)/.exec(one)?.[0]);
  expect(spoken()).toEqual(['Due 5:00 PM', 'Due Today']);
  await waitFor(() => expect(backend.todos.get('early')?.due).toBe('2026-11-27'));
  expect(backend.todos.get('late')?.due).toBe('2026-11-27T17:00');
  expect(spoken()).toEqual(['Due 5:00 PM', 'Due Today']);
});
