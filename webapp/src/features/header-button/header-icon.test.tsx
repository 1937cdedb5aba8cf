import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { Plugin } from '../../plugin.tsx';
import { makeFakeBackend } from '../../testing/fake-backend.ts';
import { makeFakeHost } from '../../testing/fake-host.tsx';
import { makeTodo, NOON } from '../../testing/make-todo.ts';

afterEach(cleanup);

/** As Mattermost's app bar does it: the click is heard by the outer element, the inner one is called a button. */
function openAppBar(count = 1, fields: Parameters<typeof makeTodo>[0] = {}) {
  const backend = makeFakeBackend();
  backend.seed(
    ...Array.from({ length: count }, (_, at) => makeTodo({ id: `todo-${at}`, number: at + 1, ...fields })),
  );
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  let clicks = 0;
  render(
    <div onClick={() => (clicks += 1)}>
      <div role="button" tabIndex={0}>
        {host.page('button')}
      </div>
    </div>,
  );
  return { clicks: () => clicks, button: screen.getByRole('button') };
}

describe('the icon in the app bar', () => {
  it.each(['Enter', ' '])('is pressed by the key %j, once while it is held', (key) => {
    const { clicks, button } = openAppBar();
    expect(fireEvent.keyDown(button, { key })).toBe(false);
    fireEvent.keyDown(button, { key, repeat: true });
    expect(clicks()).toBe(1);
  });

  it('leaves all other keys to Mattermost', () => {
    const { clicks, button } = openAppBar();
    expect([fireEvent.keyDown(button, { key: 'Tab' }), fireEvent.keyDown(button, { key: 't' })]).toEqual([
      true,
      true,
    ]);
    expect(clicks()).toBe(0);
  });

  it('keeps its sign beside the count', async () => {
    const { button } = openAppBar(3, { due: '2026-11-27', dueAt: NOON + 1, dueZone: 'UTC' });
    expect(await screen.findByText('3')).toBeTruthy();
    expect(button.textContent).toContain('3 open to-dos. 3 overdue or due today');
    expect(button.querySelector('svg')).toBeTruthy();
  });

  it('has the shapes of assets/icon.svg', () => {
    const { button } = openAppBar();
    const picture = new DOMParser().parseFromString(
      readFileSync(new URL('../../../../assets/icon.svg', import.meta.url), 'utf8'),
      'image/svg+xml',
    );
    const shapes = (svg: ParentNode) => [
      svg.querySelector('path')?.getAttribute('d'),
      ['x', 'y', 'width', 'height', 'rx'].map((name) =>
        svg.querySelector('rect[stroke]')?.getAttribute(name),
      ),
      svg.querySelector('[fill^="#"]')?.getAttribute('fill'),
    ];
    expect(shapes(button)).toEqual(shapes(picture));
  });
});

it('a real button around the icon is left to press itself', () => {
  const backend = makeFakeBackend();
  const host = makeFakeHost(backend);
  new Plugin(host.start).initialize(host.registry, host.store);
  render(<button type="button">{host.page('button')}</button>);
  expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })).toBe(true);
});
