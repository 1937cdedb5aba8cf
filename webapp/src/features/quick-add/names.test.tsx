import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { openSidebar } from '../../testing/open-sidebar.tsx';
import { BOB } from '../../testing/make-todo.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Add/ });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const chip = (words: string) => screen.findByRole('button', { name: `${words}. Keep as text` });

async function openChannel() {
  const { backend } = openSidebar({});
  backend.ofList('channel:c1');
  fireEvent.click(await screen.findByRole('tab', { name: /This channel/ }));
  const added = () => {
    const { text, due, assigneeId } = [...backend.todos.values()].at(-1) ?? {};
    return { text, due, assigneeId };
  };
  return { added };
}

it('a name in the field of a channel is shown as a chip beside the date, and says who is to do it', async () => {
  const { added } = await openChannel();
  write('Bring cake tomorrow @bob');
  await chip('bob');
  await chip('Tomorrow');
  press('Enter');
  await waitFor(() => expect(added()).toEqual({ text: 'Bring cake', due: '2026-11-28', assigneeId: BOB }));
});

it('a name without a date does so, too, and becomes text by a press on its chip', async () => {
  const { added } = await openChannel();
  write('Bring cake @bob');
  await chip('bob');
  press('Enter');
  await waitFor(() => expect(added()).toEqual({ text: 'Bring cake', due: null, assigneeId: BOB }));
  write('Thank @bob');
  fireEvent.click(await chip('bob'));
  press('Enter');
  await waitFor(() => expect(added()).toEqual({ text: 'Thank @bob', due: null, assigneeId: null }));
});

it('a name in the field of one’s own list stays text', async () => {
  const { backend } = openSidebar({});
  await screen.findByRole('checkbox', { name: 'Buy milk' });
  write('Thank @bob');
  await waitFor(() => expect(backend.calls).toContain('explain Thank @bob'));
  expect(screen.queryByRole('button', { name: /Keep as text/ })).toBeNull();
});
