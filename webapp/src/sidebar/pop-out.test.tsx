import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { openSidebar } from '../testing/open-sidebar.tsx';
import { playDialogs } from '../testing/play-dialogs.ts';

const goTo = (path: string) => window.history.pushState(null, '', path);

beforeEach(() => {
  sessionStorage.clear();
  playDialogs();
});
afterEach(() => {
  cleanup();
  goTo('/');
  Reflect.deleteProperty(window, 'WebappUtils');
});

it('names its channel in a window of its own, where no channel is beside it', async () => {
  goTo('/_popout/rhs/eng/town-square/plugin/todo-node');
  openSidebar();
  expect(await screen.findByRole('tab', { name: /Town Square/ })).toBeTruthy();
  expect(screen.queryByRole('tab', { name: /This channel/ })).toBeNull();
});

describe('in a window with a single thread', () => {
  const chooseInMenu = async () => {
    const opened = openSidebar();
    await screen.findByText('Nothing to do yet');
    act(() => opened.host.chooseMenu('p1'));
    fireEvent.keyDown(await screen.findByRole('textbox', { name: 'What is to be done' }), { key: 'Enter' });
    await screen.findByText('Added to your to-dos: Check the price table');
    return opened;
  };

  beforeEach(() => goTo('/_popout/thread/eng/p1'));

  it('says what was added beside the page, whose layout has no place for one more', async () => {
    const { view } = await chooseInMenu();
    expect(view.container.querySelector('.todo-node-toast')).toBeNull();
    expect(document.body.querySelector(':scope > .todo-node-toast')).not.toBeNull();
  });

  it('offers nothing to open where Mattermost cannot open the sidebar', async () => {
    const { host } = await chooseInMenu();
    expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
    expect(await host.type('/todo open')).toEqual({});
    expect(host.sent).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ message: 'You said open' }) }),
    );
  });

  it('opens the sidebar beside it where Mattermost can', async () => {
    const opened: unknown[][] = [];
    const popoutRhsPlugin = (...args: unknown[]) => void opened.push(args);
    Object.assign(window, { WebappUtils: { popouts: { popoutRhsPlugin } } });
    const { host } = await chooseInMenu();
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await host.type('/todo open');
    const call = ['To-dos', 'todo-node', 'eng', 'town-square'];
    expect(opened).toEqual([call, call]);
    expect(host.sent).not.toContainEqual({ type: 'show' });
  });
});
