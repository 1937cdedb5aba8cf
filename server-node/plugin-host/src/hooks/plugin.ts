import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Handler } from './hook.ts';
import type { HOOKS } from './hook-table.ts';

/** Handlers by hook name. Mattermost is told exactly these. */
export type HookHandlers = {
  readonly [Name in keyof typeof HOOKS]?: Handler<(typeof HOOKS)[Name]> | undefined;
};

/** What `http.createServer` takes, an Express app for one. */
export type RequestListener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What `server.on('upgrade')` takes, `ws`'s `handleUpgrade` for one. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown;

export interface Plugin extends HookHandlers {
  /** Everything under `/plugins/<id>/`, with the prefix cut off. `Mattermost-User-Id` is set by Mattermost alone. */
  readonly ServeHTTP?: RequestListener | undefined;
  /** Requests with an Upgrade header; without it they go to {@link ServeHTTP}. */
  readonly onUpgrade?: UpgradeListener | undefined;
}
