import type { GobType } from '../gob/gob-type.ts';
import { bytes, emptyStruct, int } from '../gob/gob-type.ts';
import { headers } from '../model/server.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import type { HeaderMap } from './header-names.ts';

/** Beyond the five minutes that Mattermost's own server gives a slow browser. */
const BROWSER_MS = 330_000;
const discarded = emptyStruct as GobType<unknown>;

/** The calls on Go's ResponseWriter. One after another: calls under way together may be run in any order. */
export class ResponseWriter {
  readonly #rpc: RpcClient;

  constructor(rpc: RpcClient) {
    this.#rpc = rpc;
  }

  header(): Promise<HeaderMap> {
    return this.#rpc.call('Plugin.Header', emptyStruct, {}, headers);
  }

  async syncHeader(all: HeaderMap): Promise<void> {
    await this.#rpc.call('Plugin.SyncHeader', headers, all, discarded);
  }

  async writeHeader(status: number): Promise<void> {
    await this.#rpc.call('Plugin.WriteHeader', int, status, discarded);
  }

  /** Without a status before it, 200 is sent. */
  async write(body: Uint8Array): Promise<void> {
    await this.#rpc.call('Plugin.Write', bytes, body, discarded, BROWSER_MS);
  }

  /** Older servers cannot flush; everything arrives at the end there. */
  async flush(): Promise<void> {
    try {
      await this.#rpc.call('Plugin.Flush', emptyStruct, {}, discarded, BROWSER_MS);
    } catch (error) {
      if (!(error instanceof RpcError && error.isUnknownMethod)) throw error;
    }
  }

  async hijack(): Promise<void> {
    await this.#rpc.call('Plugin.HijackResponse', emptyStruct, {}, discarded);
  }

  /** What the server had read ahead of the hijacking comes first, then the connection. Waits for ever. */
  readBuffered(most: number): Promise<Buffer> {
    return this.#rpc.call('Plugin.HjConnRWRead', bytes, new Uint8Array(most), bytes, 0);
  }

  readConnection(most: number): Promise<Buffer> {
    return this.#rpc.call('Plugin.HjConnRead', int, most, bytes, 0);
  }

  writeConnection(data: Uint8Array): Promise<number> {
    return this.#rpc.call('Plugin.HjConnWrite', bytes, data, int, BROWSER_MS);
  }

  async closeConnection(): Promise<void> {
    await this.#rpc.call('Plugin.HjConnClose', emptyStruct, {}, discarded);
  }
}
