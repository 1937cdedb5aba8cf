import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ALICE, NOON } from '../testing/make-todo.ts';
import { openSidebar } from '../testing/open-sidebar.tsx';

const due = (day: string, dueAt: number) => ({ due: day, dueAt, dueZone: 'UTC' });
const HOUR_MS = 3_600_000;
const MILK = { id: 'milk', number: 1, order: 1, text: 'Buy milk', ...due('2026-11-26', NOON - 12 * HOUR_MS) };
const CALL = { id: 'call', number: 2, order: 2, text: 'Call Ben', ...due('2026-11-27', NOON + HOUR_MS) };
const PLAN = { id: 'plan', number: 3, order: 3, text: 'Plan', ...due('2026-12-04', NOON + 170 * HOUR_MS) };
const IDEA = { id: 'idea', number: 4, order: 4, text: 'Idea' };
/** Of the list of the channel Plans, and alice has it. */
const SHOTS = {
  ...{ id: 'shots', number: 2, text: 'Take screenshots', listId: 'channel:c2', assigneeId: ALICE },
  ...due('2026-11-27', NOON + 2 * HOUR_MS),
};

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const check = (name: string) => screen.findByRole('checkbox', { name });
const texts = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('checkbox')
    .map((box) => box.getAttribute('aria-label'));
const openMenu = async () => fireEvent.click(await screen.findByRole('button', { name: 'More' }));
const item = (name: RegExp) => screen.findByRole('menuitemradio', { name });

async function open(view: 'Today' | 'Upcoming') {
  const opened = openSidebar(MILK, CALL, PLAN, IDEA, SHOTS);
  await check('Buy milk');
  await openMenu();
  fireEvent.click(await item(new RegExp(`^${view}`)));
  await screen.findByRole('tab', { name: new RegExp(view), selected: true });
  return opened;
}

describe('the menu', () => {
  it('has the views with what is in them, and My to-dos to come back', async () => {
    openSidebar(MILK, CALL, PLAN, IDEA, SHOTS);
    await check('Buy milk');
    await openMenu();
    await waitFor(() =>
      expect(screen.getAllByRole('menuitemradio').map((one) => one.textContent)).toEqual([
        'My to-dos5',
        'Today3',
        'Upcoming1',
        'Sent0',
        'Done0',
      ]),
    );
    expect((await item(/^My/)).getAttribute('aria-checked')).toBe('true');
  });

  it('is walked through by the arrows, and closed by Escape to its button', async () => {
    openSidebar(MILK);
    await openMenu();
    const menu = screen.getByRole('menu');
    const first = document.activeElement;
    fireEvent.keyDown(menu, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('Keyboard shortcuts?');
    fireEvent.keyDown(menu, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(menu, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
  });
});

describe('Today', () => {
  it('moves what is overdue in several lists to today, and one undo takes all of it back', async () => {
    const { backend } = openSidebar(MILK, { ...SHOTS, ...due('2026-11-26', NOON - 12 * HOUR_MS) });
    await check('Buy milk');
    await openMenu();
    fireEvent.click(await item(/^Today/));
    fireEvent.click(await screen.findByRole('button', { name: 'Move to today' }));
    await waitFor(() =>
      expect(backend.calls.filter((call) => call.startsWith('command'))).toEqual([
        'command snooze 1 2026-11-27',
        'command snooze 2 2026-11-27',
      ]),
    );
    await waitFor(() => expect(backend.todos.get('shots')?.due).toBe('2026-11-27'));
    expect(screen.queryByRole('region', { name: /^Overdue/ })).toBeNull();
    const bar = await screen.findByRole('group', { name: 'Undo' });
    expect(bar.textContent).toContain('Moved to today: 2 to-dos');
    fireEvent.click(within(bar).getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      for (const id of ['milk', 'shots']) expect(backend.todos.get(id)?.due).toBe('2026-11-26');
    });
    await screen.findByRole('region', { name: /^Overdue/ });
    expect(texts('Overdue 2')).toEqual(['Buy milk', 'Take screenshots']);
  });

  it('stands in the place of My to-dos with what is overdue and due today, of all lists', async () => {
    await open('Today');
    await check('Take screenshots');
    expect(texts('Overdue 1')).toEqual(['Buy milk']);
    expect(texts('Today 2')).toEqual(['Call Ben', 'Take screenshots']);
    expect(screen.queryByRole('tab', { name: /My to-dos/ })).toBeNull();
    const row = (await check('Take screenshots')).closest('li');
    expect(row?.textContent).toContain('Plans');
    expect(row?.textContent).not.toContain('Number');
  });

  it('ticks what is of another list, and takes it back', async () => {
    const { backend } = await open('Today');
    fireEvent.click(await check('Take screenshots'));
    await waitFor(() => expect(backend.todos.get('shots')?.state).toBe('done'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(backend.todos.get('shots')?.state).toBe('open'));
    expect(await check('Take screenshots')).toHaveProperty('checked', false);
  });

  it('loses at once what gets a later date', async () => {
    await open('Today');
    fireEvent.keyDown(await check('Call Ben'), { key: 'd' });
    fireEvent.click(await screen.findByRole('button', { name: 'Next week' }));
    expect(screen.queryByRole('checkbox', { name: 'Call Ben' })).toBeNull();
  });

  it('loses what others have done meanwhile and nobody told of', async () => {
    const { backend } = await open('Today');
    await check('Take screenshots');
    backend.changeUnheard('shots', { state: 'done' });
    fireEvent.click(await check('Buy milk'));
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Take screenshots' })).toBeNull());
  });

  it('says where a to-do without a date went, and leads there', async () => {
    await open('Today');
    const field = screen.getByRole('textbox', { name: 'Add a to-do' });
    fireEvent.change(field, { target: { value: 'Some day' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyUp(field, { key: 'Enter' });
    await screen.findByText('Added to My to-dos');
    expect(screen.queryByRole('checkbox', { name: 'Some day' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(await check('Some day')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /My to-dos/, selected: true })).toBeTruthy();
  });
});

it('Upcoming has the rest that has a date, soonest first', async () => {
  await open('Upcoming');
  await check('Plan');
  expect(texts('Open')).toEqual(['Plan']);
});

it('the view is still there when the sidebar is opened again', async () => {
  const { view } = await open('Upcoming');
  view.unmount();
  openSidebar(PLAN);
  expect(await screen.findByRole('tab', { name: /Upcoming/, selected: true })).toBeTruthy();
});
