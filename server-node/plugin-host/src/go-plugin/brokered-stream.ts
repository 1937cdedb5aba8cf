import type { ByteStream, StreamListener } from '../yamux/byte-stream.ts';

const ID_BYTES = 4;

export function encodeBrokerId(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(ID_BYTES);
  bytes.writeUInt32LE(id);
  return bytes;
}

/** A stream whose first four bytes from the other side are a broker id; listeners get what follows. */
export class BrokeredStream implements ByteStream {
  readonly #inner: ByteStream;
  readonly #onId: (id: number) => void;
  #idBytes: Buffer | undefined = Buffer.alloc(0);
  #listener: StreamListener | undefined;
  #early: Buffer[] = [];
  #ended = false;
  #closed: { error: Error | undefined } | undefined;

  constructor(inner: ByteStream, onId: (id: number) => void) {
    this.#inner = inner;
    this.#onId = onId;
    inner.listen({
      data: (chunk) => this.#onData(chunk),
      ended: () => this.#onEnded(),
      closed: (error) => this.#onClosed(error),
    });
  }

  get id(): number {
    return this.#inner.id;
  }

  get waitingBytes(): number {
    return this.#inner.waitingBytes;
  }

  write(bytes: Uint8Array): void {
    this.#inner.write(bytes);
  }

  end(): void {
    this.#inner.end();
  }

  reset(): void {
    this.#inner.reset();
  }

  consumed(bytes: number): void {
    this.#inner.consumed(bytes);
  }

  listen(listener: StreamListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const chunk of early) listener.data(chunk);
    if (this.#ended) listener.ended?.();
    if (this.#closed !== undefined) listener.closed?.(this.#closed.error);
  }

  #onData(chunk: Buffer): void {
    const rest = this.#idBytes === undefined ? chunk : this.#takeId(this.#idBytes, chunk);
    if (rest.length === 0) return;
    if (this.#listener === undefined) this.#early.push(rest);
    else this.#listener.data(rest);
  }

  #takeId(before: Buffer, chunk: Buffer): Buffer {
    const missing = ID_BYTES - before.length;
    this.#idBytes = Buffer.concat([before, chunk.subarray(0, missing)]);
    if (this.#idBytes.length < ID_BYTES) return Buffer.alloc(0);
    const id = this.#idBytes.readUInt32LE();
    this.#idBytes = undefined;
    this.#inner.consumed(ID_BYTES);
    this.#onId(id);
    return chunk.subarray(missing);
  }

  #onEnded(): void {
    this.#ended = true;
    this.#listener?.ended?.();
  }

  #onClosed(error: Error | undefined): void {
    this.#closed = { error };
    this.#listener?.closed?.(error);
  }
}
