import React, { type ComponentType, type ReactNode } from 'react';
import { act } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { Provider } from 'react-redux';
import { combineReducers, createStore, type Reducer } from 'redux';
import { PLUGIN_ID } from '@todo-node/server/contract/manifest';
import type { App } from '../app/app.ts';
import { startApp, STATE_KEY } from '../app/app.ts';
import type { BrowserParts } from '../app/browser-parts.ts';
import type { HostStore } from '../host/host-state.ts';
import type { CommandArgs, CommandVerdict, HostRegistry } from '../host/registry.ts';
import { translationsFor } from '../host/texts.ts';
// What is loaded later is here already, however slow the machine: tests do not wait for it.
import '../sidebar/safe-parts.tsx';
import type { FakeBackend } from './fake-backend.ts';
import { ALICE, BOB, NOON } from './make-todo.ts';

const ENTITIES = {
  users: {
    currentUserId: ALICE,
    profiles: {
      [ALICE]: {
        id: ALICE,
        username: 'alice',
        locale: 'en',
        timezone: { useAutomaticTimezone: 'false', manualTimezone: 'UTC', automaticTimezone: '' },
      },
      [BOB]: { id: BOB, username: 'bob', locale: 'en' },
    },
  },
  channels: {
    currentChannelId: 'c1',
    channels: {
      c1: { id: 'c1', name: 'town-square', display_name: 'Town Square', team_id: 't1' },
      c2: { id: 'c2', name: 'plans', display_name: 'Plans', team_id: 't1' },
    },
  },
  teams: { currentTeamId: 't1', teams: { t1: { id: 't1', name: 'eng' } } },
  posts: {
    posts: { p1: { id: 'p1', channel_id: 'c1', message: 'Check the price table', type: '', metadata: {} } },
  },
  general: { config: { HasImageProxy: 'true' } },
  admin: {
    plugins: {
      [PLUGIN_ID]: {
        settings_schema: { settings: [{ key: 'RequestsPerMinute', display_name: 'Requests per minute:' }] },
      },
    },
  },
  preferences: { myPreferences: {} },
};

/** As much of Mattermost as a plugin meets: its store, its registry, and a page that draws what was registered. */
export function makeFakeHost(
  backend: FakeBackend,
  channel: { type?: string; name?: string } = {},
  bob: { is_bot?: boolean } = {},
  message = ENTITIES.posts.posts.p1.message,
) {
  const { c1, c2 } = ENTITIES.channels.channels;
  const channels = { ...ENTITIES.channels, channels: { c1: { ...c1, ...channel }, c2 } };
  const { users } = ENTITIES;
  const posts = { posts: { p1: { ...ENTITIES.posts.posts.p1, message } } };
  const profiles = { ...users.profiles, [BOB]: { ...users.profiles[BOB], ...bob } };
  const entities = { ...ENTITIES, channels, users: { ...users, profiles }, posts };
  const reducers: Record<string, Reducer> = {
    entities: (state = entities, action: { type: string; channelId?: string; deletedAt?: number }) => {
      if (action.type === 'channel')
        return { ...state, channels: { ...state.channels, currentChannelId: action.channelId } };
      if (action.type === 'deleted') {
        const { p1 } = state.posts.posts;
        return { ...state, posts: { posts: { p1: { ...p1, state: 'DELETED' } } } };
      }
      if (action.type !== 'archived') return state;
      const archived = { ...state.channels.channels.c1, delete_at: action.deletedAt };
      return {
        ...state,
        channels: { ...state.channels, channels: { ...state.channels.channels, c1: archived } },
      };
    },
  };
  const real = createStore(combineReducers(reducers));
  const sent: { type: string }[] = [];
  const store = {
    getState: real.getState,
    subscribe: real.subscribe,
    dispatch: (action: { type: string }) => {
      sent.push(action);
      act(() => void real.dispatch(action));
      return action;
    },
  } as unknown as HostStore;
  const components = new Map<string, ComponentType | ReactNode>();
  let hook: ((message: string, args: CommandArgs) => CommandVerdict | Promise<CommandVerdict>) | null = null;
  const handlers = new Map<string, (message: { data: unknown }) => void>();
  let fetchFn: typeof fetch = () => Promise.reject(new TypeError('No Mattermost here.'));
  let now = NOON;
  let menuAction: ((postId: string) => void) | null = null;
  const put = (name: string, component: ComponentType | ReactNode) => {
    components.set(name, component);
    return name;
  };
  const registry: HostRegistry = {
    registerReducer: (reducer) => {
      reducers[STATE_KEY] = reducer;
      real.replaceReducer(combineReducers(reducers));
    },
    registerTranslations: () => undefined,
    registerRightHandSidebarComponent: (component) => ({
      id: put('sidebar', component),
      showRHSPlugin: { type: 'show' },
      hideRHSPlugin: { type: 'hide' },
      toggleRHSPlugin: { type: 'toggle' },
    }),
    registerChannelHeaderButtonAction: (icon) => put('button', icon),
    registerPostDropdownMenuAction: (text, action) => {
      menuAction = action;
      return put('menu', text);
    },
    registerRootComponent: (component) => put('root', component),
    registerSlashCommandWillBePostedHook: (next) => {
      hook = next;
      return 'hook';
    },
    registerWebSocketEventHandler: (event, handler) => void handlers.set(event, handler),
    registerAdminConsoleCustomSetting: (key, component) => void put(`setting ${key}`, component),
    registerUserSettings: ({ sections: [section] }) => void put('settings', section?.component),
    registerReconnectHandler: () => undefined,
  };
  const draw = (name: string): ReactNode => {
    const part = components.get(name);
    return typeof part === 'function' ? React.createElement(part as ComponentType) : (part as ReactNode);
  };
  const within = (children: ReactNode) => (
    <Provider store={real}>
      <IntlProvider locale="en" messages={translationsFor('en')}>
        {children}
      </IntlProvider>
    </Provider>
  );
  return {
    store,
    registry,
    sent,
    type: (message: string) => hook?.(message, { channel_id: 'c1', team_id: 't1', root_id: 'r1' }),
    /** An event of Mattermost's own WebSocket. */
    push: (event: string, data: unknown) => act(() => handlers.get(event)?.({ data })),
    chooseMenu: (postId: string) => menuAction?.(postId),
    /** Mattermost tells its pages that a channel was archived, or restored when `deletedAt` is 0. */
    tellArchived: (deletedAt: number) => store.dispatch({ type: 'archived', deletedAt } as { type: string }),
    /** Mattermost tells its pages that its one message was deleted. */
    tellDeleted: () => store.dispatch({ type: 'deleted' }),
    /** Mattermost goes to another channel by itself. */
    goTo: (channelId: string) => store.dispatch({ type: 'channel', channelId } as { type: string }),
    /** As if it were later, and the window came into sight again. */
    passTo: (at: number) =>
      act(() => {
        now = at;
        document.dispatchEvent(new Event('visibilitychange'));
      }),
    /** What Mattermost's own REST API answers from now on. */
    answerWith: (next: typeof fetch) => void (fetchFn = next),
    start: (host: HostStore): App =>
      startApp(
        host,
        fakeParts(
          backend,
          (input, init) => fetchFn(input, init),
          () => now,
        ),
      ),
    within,
    page: (...names: string[]) =>
      within(names.map((name) => <React.Fragment key={name}>{draw(name)}</React.Fragment>)),
  };
}

function fakeParts(backend: FakeBackend, fetchFn: typeof fetch, now: () => number): BrowserParts {
  return {
    api: backend.api,
    wire: { fetch: fetchFn, cookies: () => '' },
    now,
    random: () => 0,
    isVisible: () => true,
    locks: undefined,
    openChannel: () => undefined,
    keeping: window.localStorage,
    passing: window.sessionStorage,
  };
}
