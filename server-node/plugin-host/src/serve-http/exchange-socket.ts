import { Duplex } from 'node:stream';

/** What `request.socket` and `response.socket` are: an end that writes go to. Nothing is ever read from it. */
export class ExchangeSocket extends Duplex {
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly remoteFamily: string;
  /** Mattermost does not tell whether the browser came by TLS; the proxy's `X-Forwarded-Proto` does. */
  readonly encrypted = false;
  readonly #send: (body: Buffer) => Promise<void>;

  /** @param remote `address:port`, empty for requests from within Mattermost */
  constructor(remote: string, send: (body: Buffer) => Promise<void>) {
    super({ decodeStrings: true, autoDestroy: false, writableHighWaterMark: 256 * 1024 });
    const colon = remote.lastIndexOf(':');
    this.remoteAddress = remote.slice(0, Math.max(colon, 0)).replace(/^\[|\]$/g, '');
    this.remotePort = Number(remote.slice(colon + 1)) || 0;
    this.remoteFamily = this.remoteAddress.includes(':') ? 'IPv6' : 'IPv4';
    this.#send = send;
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  address(): Record<string, never> {
    return {};
  }

  override _read(): void {
    // Request bodies come by a stream of their own.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }
}
