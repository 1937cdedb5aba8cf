import React from 'react';
import { startApp, type App } from './app/app.ts';
import { AppContext } from './app/app-context.tsx';
import { currentUserId, type HostStore } from './host/host-state.ts';
import { addStyles } from './host/add-styles.ts';
import type { HostRegistry } from './host/registry.ts';
import { translationsFor } from './host/texts.ts';
import { reducer } from './model/reducer.ts';
import { styles } from './styles.css';
import { registerCommand } from './register-command.ts';
import { registerConsole } from './register-console.tsx';
import { registerPush } from './register-push.ts';
import { registerMessageMenu } from './register-message-menu.tsx';
import { registerSettings } from './register-settings.tsx';
import { registerSidebar } from './register-sidebar.tsx';

type Undo = () => void;

/** What Mattermost starts when the plugin is enabled, and stops when it is disabled: any number of times. */
export class Plugin {
  #undo: Undo[] = [];
  readonly #startApp: (store: HostStore) => App;

  constructor(start: (store: HostStore) => App = startApp) {
    this.#startApp = start;
  }

  initialize(registry: HostRegistry, store: HostStore): void {
    registry.registerReducer(reducer);
    registry.registerTranslations(translationsFor);
    this.#undo.push(
      addStyles(styles),
      whenSignedIn(store, () => this.#start(registry, store)),
    );
  }

  uninitialize(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  #start(registry: HostRegistry, store: HostStore): void {
    const app = this.#startApp(store);
    const provide = (children: React.ReactNode) => (
      <AppContext.Provider value={app}>{children}</AppContext.Provider>
    );
    const sidebar = registerSidebar(registry, store, provide);
    registerMessageMenu(registry, store, app, provide, sidebar);
    registerCommand(registry, store, app, sidebar);
    registerPush(registry, app);
    registerConsole(registry, provide);
    registerSettings(registry, store, provide);
    registry.registerReconnectHandler(app.tryNow);
    this.#undo.push(() => app.stop());
  }
}

export type Provide = (children: React.ReactNode) => React.ReactElement;
export type { App };

/**
 * On the login page there is nobody yet; the page is the same one afterwards. A listener of Redux may be
 * called once more after it has unsubscribed, when another one dispatches in between.
 */
function whenSignedIn(store: HostStore, start: () => void): Undo {
  if (currentUserId(store.getState()) !== '') {
    start();
    return () => undefined;
  }
  let started = false;
  const stop = store.subscribe(() => {
    if (started || currentUserId(store.getState()) === '') return;
    started = true;
    stop();
    start();
  });
  return stop;
}
