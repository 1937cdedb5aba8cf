import { EventEmitter } from 'node:events';

type Done = (error?: Error | null) => void;

/** What a response waits for before it writes on. */
const HIGH_WATER_BYTES = 256 * 1024;

/**
 * What `request.socket` and `response.socket` are: an end that writes go to, one after another. Nothing is ever read
 * from it. As much of `net.Socket` as node:http and its users need, and no `Duplex`: V8 takes the function that each
 * of those keeps for long-lived, so that all of a finished request would stay until the next full collection.
 */
export class ExchangeSocket extends EventEmitter {
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly remoteFamily: string;
  /** Mattermost does not tell whether the browser came by TLS; the proxy's `X-Forwarded-Proto` does. */
  readonly encrypted = false;
  readonly writableHighWaterMark = HIGH_WATER_BYTES;
  /** node:http sets `corked` by itself before its last write. */
  readonly _writableState = { corked: 0 };
  writableLength = 0;
  writableNeedDrain = false;
  destroyed = false;
  readonly #send: (body: Buffer) => Promise<void>;
  #waiting: Buffer[] = [];
  #waitingFor: Done[] = [];
  #sending = false;

  /** @param remote `address:port`, empty for requests from within Mattermost */
  constructor(remote: string, send: (body: Buffer) => Promise<void>) {
    super();
    const colon = remote.lastIndexOf(':');
    this.remoteAddress = remote.slice(0, Math.max(colon, 0)).replace(/^\[|\]$/g, '');
    this.remotePort = Number(remote.slice(colon + 1)) || 0;
    this.remoteFamily = this.remoteAddress.includes(':') ? 'IPv6' : 'IPv4';
    this.#send = send;
  }

  get writable(): boolean {
    return !this.destroyed;
  }

  /** Libraries take a request for finished when its socket is not readable. */
  get readable(): boolean {
    return !this.destroyed;
  }

  get writableCorked(): number {
    return this._writableState.corked;
  }

  write(data: string | Uint8Array, encoding?: BufferEncoding | Done | null, done?: Done): boolean {
    if (typeof encoding === 'function') return this.write(data, null, encoding);
    if (this.destroyed) return refuse(done);
    const bytes = typeof data === 'string' ? Buffer.from(data, encoding ?? 'utf8') : asBuffer(data);
    this.#waiting.push(bytes);
    if (done !== undefined) this.#waitingFor.push(done);
    this.writableLength += bytes.length;
    this.#pump();
    if (this.writableLength >= HIGH_WATER_BYTES) this.writableNeedDrain = true;
    return !this.writableNeedDrain;
  }

  cork(): void {
    this._writableState.corked++;
  }

  uncork(): void {
    if (this._writableState.corked > 0) this._writableState.corked--;
    this.#pump();
  }

  end(): this {
    return this;
  }

  destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    process.nextTick(announceClose, this, error);
    return this;
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

  /** All that waits goes out together. */
  #pump(): void {
    if (this.#sending || this._writableState.corked > 0 || this.#waiting.length === 0) return;
    const [waiting, waitingFor] = [this.#waiting, this.#waitingFor];
    this.#waiting = [];
    this.#waitingFor = [];
    const bytes = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting);
    this.#sending = true;
    this.#send(bytes).then(
      () => this.#sent(bytes.length, waitingFor),
      (error: Error) => this.#failed(error, waitingFor),
    );
  }

  #sent(length: number, waitedFor: Done[]): void {
    this.#sending = false;
    this.writableLength -= length;
    const drained = this.writableNeedDrain && this.writableLength === 0;
    if (drained) this.writableNeedDrain = false;
    for (const done of waitedFor) done();
    if (drained) this.emit('drain');
    this.#pump();
  }

  #failed(error: Error, waitedFor: Done[]): void {
    for (const done of [...waitedFor, ...this.#waitingFor]) done(error);
    this.#waiting = [];
    this.#waitingFor = [];
    this.destroy(error);
  }
}

function announceClose(socket: ExchangeSocket, error: Error | undefined): void {
  if (error !== undefined && socket.listenerCount('error') > 0) socket.emit('error', error);
  socket.emit('close', error !== undefined);
}

function refuse(done: Done | undefined): boolean {
  if (done !== undefined) process.nextTick(done, new Error('The connection is closed.'));
  return false;
}

const asBuffer = (data: Uint8Array): Buffer =>
  Buffer.isBuffer(data) ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
