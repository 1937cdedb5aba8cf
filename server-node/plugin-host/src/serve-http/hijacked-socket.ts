import { Duplex } from 'node:stream';

import { RpcError } from '../net-rpc/rpc-error.ts';
import type { ResponseWriter } from './response-writer.ts';

const BUFFERED_BYTES = 4096;
const READ_BYTES = 64 * 1024;

/** The browser's connection itself, taken over from Mattermost's server: what a WebSocket needs. */
export class HijackedSocket extends Duplex {
  readonly #writer: ResponseWriter;
  #readAhead = true;

  constructor(writer: ResponseWriter) {
    super();
    this.#writer = writer;
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

  override _read(): void {
    this.#next().then(
      (chunk) => this.push(chunk.length === 0 ? null : chunk),
      (error: Error) => this.#readFailed(error),
    );
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#writer.writeConnection(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#writer.writeConnection(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#close().then(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#close().then(() => done(error));
  }

  #next(): Promise<Buffer> {
    const readAhead = this.#readAhead;
    this.#readAhead = false;
    return readAhead ? this.#writer.readBuffered(BUFFERED_BYTES) : this.#writer.readConnection(READ_BYTES);
  }

  /** Go's end of a connection is an error by the name of EOF; a closed one is no news either. */
  #readFailed(error: Error): void {
    if (error instanceof RpcError && (error.code === 'remote' || error.code === 'closed')) this.push(null);
    else this.destroy(error);
  }

  #close(): Promise<void> {
    return this.#writer.closeConnection().catch(() => undefined);
  }
}
