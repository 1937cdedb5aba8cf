import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { PluginSession } from '../go-plugin/plugin-session.ts';

const PATH = '/.plugin-host/alive/';
const LIMIT_MS = 10_000;

/** A request to ourselves through Mattermost, told from all others by a name that only this process knows. */
export class SelfProbe {
  readonly #path = `${PATH}${randomBytes(16).toString('hex')}`;
  #pluginId: string | undefined;

  /** @returns whether the request was our own */
  isOwn({ url, headers }: IncomingMessage): boolean {
    return url === this.#path && headers['mattermost-plugin-id'] !== undefined;
  }

  async send(session: PluginSession): Promise<void> {
    this.#pluginId ??= await session.api.GetPluginID();
    const sent = session.http({ path: `/${this.#pluginId}${this.#path}` });
    const response = await within(LIMIT_MS, sent);
    response.body.destroy();
    if (response.status !== 204)
      throw new Error(`Expected status 204 from ourselves; got ${response.status}.`);
  }
}

function within<T>(limitMs: number, sent: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No answer from ourselves within ${limitMs} ms.`)),
      limitMs,
    );
    sent.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
