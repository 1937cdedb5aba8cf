import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { momentOf } from '../../calendar/wall-clock.ts';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';
import { ALICE, makeTodo } from '../../testing/make-todo.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const check = () => screen.getByRole('checkbox', { name: 'Buy milk' });
const words = () => screen.getByRole('textbox', { name: 'Date in words' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const isOpen = () => screen.queryByRole('dialog') !== null;

async function open(fields: Parameters<typeof makeTodo>[0] = {}) {
  const due = fields.due == null ? {} : { dueAt: momentOf(fields.due, 'UTC'), dueZone: 'UTC' };
  const { backend } = openSidebar({ ...fields, ...due });
  await screen.findByRole('checkbox', { name: 'Buy milk' });
  act(() => check().focus());
  fireEvent.keyDown(check(), { key: 'd' });
  expect(document.activeElement).toBe(words());
  const kept = () => backend.todos.get('todo-1');
  return { backend, kept };
}

describe('the date of a row', () => {
  it('is chosen by a preset, and the focus goes back', async () => {
    const { kept } = await open();
    press('Tomorrow');
    expect(isOpen()).toBe(false);
    await waitFor(() => expect(kept()?.due).toBe('2026-11-28'));
    expect(screen.getByRole('region', { name: /^Upcoming/ }).contains(check())).toBe(true);
    expect(document.activeElement).toBe(check());
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Due Tomorrow: Buy milk'));
  });

  it('is written in words, however fast', async () => {
    const { kept } = await open();
    fireEvent.change(words(), { target: { value: 'friday 5pm every month' } });
    fireEvent.keyDown(words(), { key: 'Enter' });
    await waitFor(() => expect(kept()).toMatchObject({ due: '2026-12-04T17:00', repeat: 'FREQ=MONTHLY' }));
    expect(isOpen()).toBe(false);
  });

  it('shows what the words mean, and keeps what is none', async () => {
    const { kept } = await open();
    fireEvent.change(words(), { target: { value: 'tomorrow' } });
    await screen.findByText('Tomorrow', { selector: '.todo-node-understood span' });
    fireEvent.change(words(), { target: { value: 'some time' } });
    fireEvent.keyDown(words(), { key: 'Enter' });
    await screen.findByText('Not understood as a date.');
    expect(words()).toHaveProperty('value', 'some time');
    expect(kept()?.due).toBeNull();
  });

  it('is set in fields, with a rule and a reminder', async () => {
    const { kept } = await open();
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-12-04' } });
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '17:00' } });
    fireEvent.change(screen.getByLabelText('Repeat'), { target: { value: 'FREQ=DAILY' } });
    fireEvent.change(screen.getByLabelText('Reminder'), { target: { value: '10' } });
    fireEvent.keyDown(screen.getByLabelText('Time'), { key: 'Enter' });
    await waitFor(() =>
      expect(kept()).toMatchObject({
        due: '2026-12-04T17:00',
        repeat: 'FREQ=DAILY',
        reminders: [{ minutesBefore: 10 }],
      }),
    );
  });

  it.each([
    ['2026-11-27T12:30', 'As set'],
    ['2026-11-27T11:59', 'As usual'],
  ])('says of a to-do without a date that its reminder at %s is: %s', async (at, words) => {
    await open({ reminders: [{ id: 'r', byId: ALICE, at }] });
    const field = screen.getByLabelText<HTMLSelectElement>('Reminder');
    expect(field.selectedOptions[0]?.textContent).toBe(words);
    expect(field.disabled).toBe(true);
  });

  it('of a repeating to-do is moved without its rule', async () => {
    const { kept } = await open({ due: '2026-11-27', repeat: 'FREQ=WEEKLY' });
    press('Next week');
    await waitFor(() =>
      expect(kept()).toMatchObject({ due: '2026-11-30', occurrence: '2026-11-27', repeat: 'FREQ=WEEKLY' }),
    );
  });

  it('is taken away, and comes back by undo', async () => {
    const { kept } = await open({ due: '2026-11-27' });
    press('No date');
    await waitFor(() => expect(kept()?.due).toBeNull());
    fireEvent.keyDown(check(), { key: 'z', ctrlKey: true });
    await waitFor(() => expect(kept()?.due).toBe('2026-11-27'));
  });

  it('stays as it is with Escape, which gives the focus back', async () => {
    const { backend } = await open();
    fireEvent.keyDown(words(), { key: 'Escape' });
    expect([isOpen(), document.activeElement]).toEqual([false, check()]);
    expect(backend.calls.filter((call) => call.startsWith('edit'))).toEqual([]);
  });
});

it('is not offered where the backend keeps no dates', async () => {
  const backend = makeFakeBackend();
  backend.seed(makeTodo());
  const { getMe } = backend.api;
  backend.api.getMe = async () => ({ ...(await getMe()), readsDates: false });
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  await screen.findByRole('checkbox', { name: 'Buy milk' });
  fireEvent.keyDown(check(), { key: 'd' });
  expect(isOpen()).toBe(false);
  expect(screen.queryByRole('button', { name: 'Date' })).toBeNull();
});
