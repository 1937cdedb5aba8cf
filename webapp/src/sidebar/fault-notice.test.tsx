import { afterEach, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { RequestFailure } from '../api/request-failure.ts';
import { Plugin } from '../plugin.tsx';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';

afterEach(cleanup);

const tell = (name: 'online' | 'offline') => act(() => void window.dispatchEvent(new Event(name)));

it('says at once, while nobody writes, that one is offline and when it is tried again, and goes away by itself', async () => {
  const backend = makeFakeBackend();
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('sidebar'));
  await screen.findByText('Nothing to do yet');
  backend.breakWith(new RequestFailure('offline', 'Failed to fetch'));
  tell('offline');
  const notice = screen.getByRole('alert');
  expect(notice.textContent).toContain('You are offline');
  expect(notice.textContent).toMatch(/Trying again (in \d+ s|now)\./);
  backend.breakWith(null);
  tell('online');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
