import type { HostHeaders } from './host-headers.ts';
import type { HeaderMap } from './header-names.ts';
import { withHostHeaders } from './header-names.ts';
import type { ResponseWriter } from './response-writer.ts';

export interface ExchangeTraits {
  /** From a browser or another client, not from within Mattermost. */
  readonly fromOutside: boolean;
  readonly hasOrigin: boolean;
  /** Mattermost keeps only the last write of answers to its own buttons, dialogs and autocompletion. */
  readonly onlyLastWriteCounts: boolean;
}

/** One write call; larger ones gain nothing, and other streams wait behind them. */
const MAX_WRITE_BYTES = 256 * 1024;
/** A response that pauses this long is flushed, as node:http would have sent it at once. */
const PAUSE_MS = 10;

/** The response of one request, in the order Go wants it: head, body, flushes. */
export class Exchange {
  readonly #writer: ResponseWriter;
  readonly #hostHeaders: HostHeaders;
  readonly #traits: ExchangeTraits;
  #head: { status: number; headers: HeaderMap } | undefined;
  #headSent = false;
  #collected: Uint8Array[] = [];
  #pause: NodeJS.Timeout | undefined;
  #flushEachWrite = false;
  #ended = false;

  constructor(writer: ResponseWriter, hostHeaders: HostHeaders, traits: ExchangeTraits) {
    this.#writer = writer;
    this.#hostHeaders = hostHeaders;
    this.#traits = traits;
  }

  setHead(status: number, headers: HeaderMap): void {
    this.#head = { status, headers };
    const [type] = headers['Content-Type'] ?? [];
    this.#flushEachWrite ||= type?.startsWith('text/event-stream') ?? false;
  }

  /** From now on whatever is written is flushed. */
  streamFromNow(): void {
    this.#flushEachWrite = true;
  }

  /** The handler has said all; pauses need no flush any more. */
  announceEnd(): void {
    this.#ended = true;
    clearTimeout(this.#pause);
  }

  /** Resolves when Go has taken the bytes. An empty write sends the head. */
  async write(body: Buffer): Promise<void> {
    clearTimeout(this.#pause);
    if (this.#traits.onlyLastWriteCounts) return void this.#collected.push(Buffer.from(body));
    await this.#sendHead();
    await this.#sendBody(body);
    if (this.#ended) return;
    if (this.#flushEachWrite) await this.#writer.flush();
    else this.#pause = setTimeout(() => void this.#writer.flush().catch(() => undefined), PAUSE_MS);
  }

  /** Sends what is still here. Afterwards the call of ServeHTTP may be answered. */
  async finish(): Promise<void> {
    this.announceEnd();
    await this.#sendHead();
    if (this.#collected.length > 0) await this.#writer.write(Buffer.concat(this.#collected));
  }

  async #sendHead(): Promise<void> {
    if (this.#headSent || this.#head === undefined) return;
    this.#headSent = true;
    const { status, headers } = this.#head;
    const all = this.#hostHeaders.mustRead(this.#traits) ? await this.#merged(headers) : headers;
    if (Object.keys(all).length > 0) await this.#writer.syncHeader(all);
    if (status !== 200) await this.#writer.writeHeader(status);
  }

  async #merged(own: HeaderMap): Promise<HeaderMap> {
    const host = await this.#writer.header();
    this.#hostHeaders.saw(Object.keys(host).length);
    return withHostHeaders(own, host);
  }

  async #sendBody(body: Buffer): Promise<void> {
    for (let at = 0; at < body.length; at += MAX_WRITE_BYTES) {
      await this.#writer.write(body.subarray(at, at + MAX_WRITE_BYTES));
    }
  }
}
