import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { openSidebar } from '../../testing/open-sidebar.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a to-do' });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const chip = (words: string) => screen.findByRole('button', { name: `${words}. Keep as text` });

async function open() {
  const { backend } = openSidebar({});
  await screen.findByRole('checkbox', { name: 'Buy milk' });
  const added = () => {
    const { text, due, repeat } = [...backend.todos.values()].at(-1) ?? {};
    return { text, due, repeat };
  };
  const asked = () => backend.calls.filter((call) => call.startsWith('explain'));
  return { backend, added, asked };
}

describe('a date that is typed', () => {
  it('shows what is understood, and that is what is kept and said', async () => {
    const { added } = await open();
    write('Send the invoice friday 5pm every month');
    await chip('Fri, Dec 4, 5:00 PM');
    await chip('Every month');
    press('Enter');
    await waitFor(() =>
      expect(added()).toEqual({
        text: 'Send the invoice',
        due: '2026-12-04T17:00',
        repeat: 'FREQ=MONTHLY',
      }),
    );
    const spoken = () => screen.getByRole('status').textContent?.replaceAll('\u202f', ' ');
    await waitFor(() => expect(spoken()).toContain('Added. Friday, December 4, 5:00 PM.'));
  });

  it('is not taken for one of the next to-do', async () => {
    await open();
    write('Call Ben tomorrow');
    await chip('Tomorrow');
    press('Enter');
    write('Call Eve');
    expect(screen.queryByRole('button', { name: /Keep as text/ })).toBeNull();
  });

  it('is asked about once typing pauses, and the older question is let go', async () => {
    const { asked } = await open();
    write('Call Ben to');
    write('Call Ben tomo');
    write('Call Ben tomorrow');
    await chip('Tomorrow');
    expect(asked()).toEqual(['explain Call Ben tomorrow']);
  });

  it('becomes text by a press on it, and stays text while more is typed', async () => {
    const { added, asked } = await open();
    write('Call Ben tomorrow');
    fireEvent.click(await chip('Tomorrow'));
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('button', { name: /Keep as text/ })).toBeNull();
    write('Call Ben tomorrow, not Eve');
    await waitFor(() => expect(asked()).toHaveLength(2));
    press('Enter');
    await waitFor(() =>
      expect(added()).toEqual({ text: 'Call Ben tomorrow, not Eve', due: null, repeat: null }),
    );
  });

  it('becomes text by Backspace behind it, which deletes nothing then', async () => {
    const { added } = await open();
    write('Call Ben tomorrow');
    await chip('Tomorrow');
    field().setSelectionRange(17, 17);
    expect(press('Backspace')).toBe(false);
    expect(press('Backspace')).toBe(true);
    press('Enter');
    await waitFor(() => expect(added().text).toBe('Call Ben tomorrow'));
  });

  it('that is no date says so, and can be kept as text', async () => {
    const { added } = await open();
    write('Pay 31 february');
    expect((await screen.findByRole('alert')).textContent).toContain('There is no 31 February.');
    press('Enter');
    expect(added().text).toBe('Buy milk');
    fireEvent.click(screen.getByRole('button', { name: 'Keep as text' }));
    press('Enter');
    await waitFor(() => expect(added().text).toBe('Pay 31 february'));
  });

  it('is read by the backend where Enter was faster', async () => {
    const { added, asked } = await open();
    write('Call Ben tomorrow');
    press('Enter');
    await waitFor(() => expect(added()).toEqual({ text: 'Call Ben', due: '2026-11-28', repeat: null }));
    expect(asked()).toEqual([]);
  });

  it('is kept as it is while there is no connection, and read when it arrives', async () => {
    const { backend, added, asked } = await open();
    backend.breakWith(new RequestFailure('offline', 'Failed to fetch'));
    write('first');
    press('Enter');
    await screen.findByRole('alert');
    const before = asked().length;
    write('Call Ben tomorrow');
    press('Enter');
    await screen.findByRole('checkbox', { name: 'Call Ben tomorrow' });
    expect(asked()).toHaveLength(before);
    backend.breakWith(null);
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(added()).toEqual({ text: 'Call Ben', due: '2026-11-28', repeat: null }));
    expect(screen.getAllByRole('checkbox', { name: 'Call Ben' })).toHaveLength(1);
  });
});
