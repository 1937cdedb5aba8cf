import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ProgramRow } from '@todo-node/server/contract/todo-view';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';
import { makeList } from '../../testing/make-todo.ts';

/** A backend whose lists another program keeps: what it prints is what there is. */
function openProgramSidebar(...texts: string[]) {
  const backend = makeFakeBackend();
  const lines: string[] = [];
  let rows: ProgramRow[] = texts.map((text, at) => ({ ref: String(at + 1), text, done: false }));
  let refusal: string | null = null;
  const { getMe } = backend.api;
  backend.api.getMe = async () => ({ ...(await getMe()), program: { name: 'todo-txt' } });
  backend.api.getList = async () => ({
    list: makeList([], { program: { name: 'todo-txt', rows, text: '' } }),
    etag: undefined,
  });
  backend.api.runCommand = async (_ref, { verb, refs, text }) => {
    lines.push([verb, ...(refs ?? []), text].join(' '));
    if (refusal !== null) return { ok: false, answer: refusal, change: null };
    if (verb === 'delete') rows = rows.filter((row) => row.ref !== refs?.[0]);
    if (verb === 'done') rows = rows.map((row) => (row.ref === refs?.[0] ? { ...row, done: true } : row));
    return { ok: true, answer: '', change: null };
  };
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  return { lines, refuse: (answer: string) => void (refusal = answer) };
}

const check = (name: string) => screen.findByRole('checkbox', { name });
const press = (target: Element, key: string) => fireEvent.keyDown(target, { key });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

describe('a list that another program keeps', () => {
  it('says whose it is and who keeps it', async () => {
    openProgramSidebar('Buy milk');
    expect(await screen.findByText('My to-dos, kept by todo-txt')).toBeTruthy();
  });

  it('is one stop for Tab; arrows, Home and End move along', async () => {
    openProgramSidebar('One', 'Two', 'Three');
    const [one, two, three] = await Promise.all([check('One'), check('Two'), check('Three')]);
    expect([one, two, three].map((box) => (box as HTMLInputElement).tabIndex)).toEqual([0, -1, -1]);
    act(() => one.focus());
    press(one, 'ArrowDown');
    expect(document.activeElement).toBe(two);
    expect([one, two].map((box) => (box as HTMLInputElement).tabIndex)).toEqual([-1, 0]);
    press(two, 'End');
    expect(document.activeElement).toBe(three);
    press(three, 'Home');
    expect(document.activeElement).toBe(one);
  });

  it('runs the program for a tick, and shows the row as done', async () => {
    const { lines } = openProgramSidebar('Buy milk');
    fireEvent.click(await check('Buy milk'));
    await waitFor(() => expect(lines).toEqual(['done 1 Buy milk']));
    expect(await screen.findByRole('region', { name: 'Done' })).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('deletes by key and hands the focus on', async () => {
    const { lines } = openProgramSidebar('One', 'Two');
    const one = await check('One');
    act(() => one.focus());
    press(one, 'Delete');
    await waitFor(() => expect(lines).toEqual(['delete 1 One']));
    expect(screen.queryByRole('checkbox', { name: 'One' })).toBeNull();
    expect(document.activeElement).toBe(await check('Two'));
  });

  it('shows what the program said when it refused, on the row, and keeps the row', async () => {
    const { refuse } = openProgramSidebar('Buy milk');
    refuse('todo.txt is read-only');
    fireEvent.click(await check('Buy milk'));
    expect((await screen.findByRole('alert')).textContent).toContain('todo.txt is read-only');
    expect(await check('Buy milk')).toHaveProperty('checked', false);
    fireEvent.click(screen.getByRole('button', { name: 'Discard my change' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
