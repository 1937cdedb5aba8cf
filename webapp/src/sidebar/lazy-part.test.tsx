import { afterEach, expect, it } from '@jest/globals';
import React from 'react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { makeFakeHost } from '../testing/fake-host.tsx';
import { LazyPart } from './lazy-part.tsx';

afterEach(cleanup);

it('says when its part of the bundle does not come, and fetches it anew', async () => {
  let tries = 0;
  const load = () => {
    tries += 1;
    if (tries === 1) return Promise.reject(new Error('404'));
    return Promise.resolve({ SafeSidebar: () => <p>Here it is</p> });
  };
  render(makeFakeHost(makeFakeBackend()).within(<LazyPart name="SafeSidebar" load={load} />));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
  fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
  await screen.findByText('Here it is');
});
