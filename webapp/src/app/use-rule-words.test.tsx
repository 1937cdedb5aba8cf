import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../api/request-failure.ts';
import { openSidebar } from '../testing/open-sidebar.tsx';

const LAST_FRIDAY = 'FREQ=MONTHLY;BYDAY=-1FR';
const DUE = { due: '2026-11-27', dueAt: Date.UTC(2026, 10, 28), dueZone: 'UTC' };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const rules = (calls: readonly string[]) => calls.filter((call) => call.startsWith('rules '));

it('has a rule that cannot be chosen said by the backend, once for all rows, in the row and where it is picked', async () => {
  const { backend } = openSidebar(
    { id: 'pay', text: 'Pay', ...DUE, repeat: LAST_FRIDAY },
    { id: 'ask', text: 'Ask', ...DUE, repeat: LAST_FRIDAY },
    { id: 'day', text: 'Day', ...DUE, repeat: 'FREQ=DAILY' },
  );
  expect(await screen.findAllByTitle('Every last Friday')).toHaveLength(2);
  expect(screen.getByTitle('Every day')).toBeTruthy();
  fireEvent.keyDown(screen.getByRole('checkbox', { name: 'Pay' }), { key: 'd' });
  const field = screen.getByRole('combobox', { name: 'Repeat' });
  expect(field).toHaveProperty('value', LAST_FRIDAY);
  expect(screen.getByRole('option', { name: 'Every last Friday' })).toBeTruthy();
  expect(rules(backend.calls)).toEqual([`rules ${LAST_FRIDAY}`]);
});

it('says of a rule only that there is one where the backend has no words, or is a version older', async () => {
  const { backend } = openSidebar(
    { ...DUE, repeat: 'FREQ=YEARLY;BYWEEKNO=3' },
    { id: 'after', text: 'After', ...DUE, repeat: 'FREQ=DAILY', repeatFrom: 'done' },
  );
  expect(await screen.findAllByTitle('Repeats')).toHaveLength(2);
  await waitFor(() => expect(rules(backend.calls)).toEqual(['rules FREQ=YEARLY;BYWEEKNO=3 FREQ=DAILY']));
  cleanup();
  const older = openSidebar({ ...DUE, repeat: LAST_FRIDAY });
  older.backend.api.sayRules = () =>
    Promise.reject(new RequestFailure('refused', 'No such path.', { status: 404 }));
  expect(await screen.findByTitle('Repeats')).toBeTruthy();
});
