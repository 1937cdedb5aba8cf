import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hostGlobals } from './globals.ts';
import { followPermalink } from './permalink.ts';
import { isPopOut, isSidebarPopOut } from './pop-out.ts';

const SIDEBAR = '/_popout/rhs/eng/town-square/plugin/todo-node';

const goTo = (path: string) => window.history.pushState(null, '', path);

afterEach(() => {
  goTo('/');
  Reflect.deleteProperty(hostGlobals(), 'basename');
});

it.each([
  ['/eng/channels/_popout', false, false],
  [SIDEBAR, true, true],
  ['/_popout/rhs/eng/plugin/todo-node', true, true],
  ['/_popout/rhs/eng/town-square/plugin/playbooks', true, false],
  ['/_popout/thread/eng/abc', true, false],
])('at %s: a window of its own %j, with our sidebar %j', (path, popOut, sidebar) => {
  goTo(path);
  expect([isPopOut(), isSidebarPopOut()]).toEqual([popOut, sidebar]);
});

it('knows one below a subpath', () => {
  Object.assign(hostGlobals(), { basename: '/chat' });
  goTo(`/chat${SIDEBAR}`);
  expect(isSidebarPopOut()).toBe(true);
});

describe('a link in the window of the sidebar', () => {
  const went: string[] = [];
  const history = (name: string) => ({
    WebappUtils: { browserHistory: { push: (path: string) => void went.push(`${name} ${path}`) } },
  });
  const realOpen = window.open;

  beforeEach(() => {
    went.length = 0;
    goTo(SIDEBAR);
    window.open = (address) => {
      went.push(`new window ${String(address)}`);
      return null;
    };
    Object.assign(window, history('own'));
  });
  afterEach(() => {
    window.open = realOpen;
    window.opener = null;
    for (const name of ['WebappUtils', 'desktopAPI']) Reflect.deleteProperty(window, name);
  });

  it('leads the window that opened it, and brings that to the front', () => {
    window.opener = { ...history('opener'), focus: () => void went.push('focus') };
    followPermalink('/eng/pl/p1');
    expect(went).toEqual(['opener /eng/pl/p1', 'focus']);
  });

  it('opens a window where that one is gone, or shows another site', () => {
    followPermalink('/eng/pl/p1');
    window.opener = Object.defineProperty({}, 'WebappUtils', {
      get() {
        throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
      },
    });
    followPermalink('/eng/pl/p2');
    expect(went).toEqual(['new window /eng/pl/p1', 'new window /eng/pl/p2']);
  });

  it('is left to the desktop app, whose windows do not open one another', () => {
    Object.assign(window, { desktopAPI: {} });
    followPermalink('/eng/pl/p1');
    expect(went).toEqual(['own /eng/pl/p1']);
  });
});
