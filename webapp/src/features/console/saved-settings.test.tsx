import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { RequestFailure } from '../../api/request-failure.ts';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';

afterEach(cleanup);

function openConsole(refused: string[]) {
  const backend = makeFakeBackend();
  backend.refuseSettings(refused);
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(host.page('setting State'));
  return backend;
}

it('says that all settings are in use', async () => {
  openConsole([]);
  expect(await screen.findByText('All settings are in use.')).toBeTruthy();
});

it('says which settings were refused, by the titles on the page, and what was expected', async () => {
  openConsole(['RequestsPerMinute: Expected a number from 1 to 9; got "0".', 'The database is away.']);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Requests per minute: Expected a number from 1 to 9; got "0".');
  expect(alert.textContent).toContain('The database is away.');
});

it('says so when nobody answers', async () => {
  const backend = makeFakeBackend();
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  backend.breakWith(new RequestFailure('unreachable', 'No answer.'));
  render(host.page('setting State'));
  expect(await screen.findByText(/server does not answer/)).toBeTruthy();
});
