import React from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { isSignedIn, setUpClient } from './connect/client.ts';
import { makeEventHandler } from './connect/handle-event.ts';
import { loadChannelPosts } from './connect/load-posts.ts';
import { loadWorld } from './connect/load-world.ts';
import { openSocket } from './connect/page-socket.ts';
import { makeHistory } from './history.ts';
import type { Page } from './page-context.ts';
import { readPageData, type PageData } from './page-data.ts';
import { PluginEvents } from './plugins/plugin-events.ts';
import { PluginLoader, type ClientManifest } from './plugins/plugin-loader.ts';
import { App } from './shell/app.tsx';
import { Login } from './shell/login.tsx';
import { currentUser } from './store/selectors.ts';
import { makeStore } from './store/store.ts';
import { applyTheme, THEMES } from './theme.ts';
import { exposeGlobals } from './window-globals.ts';

async function start(): Promise<void> {
  const data = readPageData();
  const page: Page = { basePath: data.basePath, store: makeStore(), history: makeHistory(data.basePath) };
  const root = createRoot(document.getElementById('root') as HTMLElement);
  setUpClient(data.basePath);
  applyTheme(THEMES.light);
  exposeGlobals(data.basePath, page.history);
  const isIn = isSignedIn() && (await loadWorld(page.store));
  if (isIn) return show(page, root);
  showLogin(data, root);
}

/** Starts anew after the login, as at any load of the page. */
function showLogin(data: PageData, root: Root): void {
  const wanted = window.location.pathname.slice(data.basePath.length);
  const next = ['', '/', '/login'].includes(wanted) ? '/eng/channels/town-square' : wanted;
  root.render(<Login data={data} onSignedIn={() => window.location.assign(data.basePath + next)} />);
}

async function show(page: Page, root: Root): Promise<void> {
  const events = new PluginEvents();
  const locale = () => currentUser(page.store.getState())?.locale ?? 'en';
  const plugins = new PluginLoader(page.basePath, page.store, events, locale);
  root.render(<App page={page} />);
  connect(page, plugins, events);
  translateAnew(page, events, locale);
  const response = await fetch(`${page.basePath}/api/v4/plugins/webapp`);
  for (const manifest of (await response.json()) as ClientManifest[]) plugins.load(manifest);
}

function connect({ basePath, store }: Page, plugins: PluginLoader, events: PluginEvents): void {
  const handle = makeEventHandler(store, plugins);
  openSocket(basePath, {
    onEvent(message) {
      handle(message);
      events.tell(message.event, message);
    },
    onUp(again) {
      store.dispatch({ type: 'PAGE_CONNECTION', up: true });
      if (!again) return;
      const { currentChannelId } = store.getState().entities.channels;
      if (currentChannelId !== '') void loadChannelPosts(store, currentChannelId).catch(console.error);
      events.tellReconnected();
    },
    onDown: () => store.dispatch({ type: 'PAGE_CONNECTION', up: false }),
  });
}

function translateAnew({ store }: Page, events: PluginEvents, locale: () => string): void {
  let shown = locale();
  store.subscribe(() => {
    if (locale() === shown) return;
    shown = locale();
    events.translate(store, shown);
  });
}

void start().catch((error: unknown) => {
  console.error(error);
  document.body.append(`The page could not be started: ${String(error)}`);
});
