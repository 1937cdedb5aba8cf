import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex, Readable, Writable } from 'node:stream';

import type { FileInfo } from '../model/file.ts';
import type { Context } from '../model/server.ts';
import type { FileDecision } from './decisions.ts';
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

/**
 * Every uploaded file waits for this one. Nothing lets it pass, fields replace those of its description, a text refuses
 * it and is shown. What is written to `replacement` is stored instead of it; nothing written leaves it as it is.
 */
export type FileWillBeUploaded = (
  context: Context,
  info: FileInfo,
  file: Readable,
  replacement: Writable,
) => FileDecision | Promise<FileDecision>;

export interface Plugin extends HookHandlers {
  /** Everything under `/plugins/<id>/`, with the prefix cut off. `Mattermost-User-Id` is set by Mattermost alone. */
  readonly ServeHTTP?: RequestListener | undefined;
  /** Requests with an Upgrade header; without it they go to {@link ServeHTTP}. */
  readonly onUpgrade?: UpgradeListener | undefined;
  /** Mattermost's own metrics address, below `/plugins/<id>/metrics`. Only where metrics are licensed and on. */
  readonly ServeMetrics?: RequestListener | undefined;
  readonly FileWillBeUploaded?: FileWillBeUploaded | undefined;
}
