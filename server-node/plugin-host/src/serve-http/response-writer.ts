import { MEETING_MS } from '../go-plugin/broker.ts';
import type { GobType } from '../gob/gob-type.ts';
import { bytes, emptyStruct, int } from '../gob/gob-type.ts';
import { headers } from '../model/server.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import type { HeaderMap } from './header-names.ts';

/** Beyond the five minutes that Mattermost's own server gives a slow browser. */
const BROWSER_MS = 330_000;
/**
 * For the first call of a response, which Mattermost answers at once. It waits five seconds for us to meet it; when
 * our event loop was held up for longer, nobody answers any more. As long for us, so that a busy Mattermost is waited
 * for.
 */
const FIRST_CALL_MS = MEETING_MS;
const discarded = emptyStruct as GobType<unknown>;

/** The calls on Go's ResponseWriter. One after another: calls under way together may be run in any order. */
export class ResponseWriter {
  readonly #rpc: RpcClient;
  #wasMet = false;
  /** Mattermost was not there any more to take the response. */
  isLost = false;

  constructor(rpc: RpcClient) {
    this.#rpc = rpc;
  }

  header(): Promise<HeaderMap> {
    return this.#meeting(this.#rpc.call('Plugin.Header', emptyStruct, {}, headers, this.#limitMs));
  }

  async syncHeader(all: HeaderMap): Promise<void> {
    await this.#meeting(this.#rpc.call('Plugin.SyncHeader', headers, all, discarded, this.#limitMs));
  }

  async writeHeader(status: number): Promise<void> {
    await this.#meeting(this.#rpc.call('Plugin.WriteHeader', int, status, discarded, this.#limitMs));
  }

  /** Without a status before it, 200 is sent. */
  async write(body: Uint8Array): Promise<void> {
    await this.#meeting(this.#rpc.call('Plugin.Write', bytes, body, discarded, BROWSER_MS));
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
    await this.#meeting(this.#rpc.call('Plugin.HijackResponse', emptyStruct, {}, discarded, this.#limitMs));
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

  get #limitMs(): number | undefined {
    return this.#wasMet ? undefined : FIRST_CALL_MS;
  }

  async #meeting<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer;
      this.#wasMet = true;
      return value;
    } catch (error) {
      this.#wasMet ||= error instanceof RpcError && error.code === 'remote';
      this.isLost ||= !this.#wasMet;
      throw error;
    }
  }
}
