import type { ByteStream } from '../yamux/byte-stream.ts';

/** Asked for at once. Larger pieces gain nothing, smaller ones cost a round trip each. */
export const PULL_BYTES = 128 * 1024;

/** Go's `binary.PutVarint`: zig-zag, seven bits a byte, lowest first. */
export function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value * 2;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

export interface BodyListener {
  data(chunk: Buffer): void;
  /** The sender has no more. An upload that broke off looks the same. */
  ended(): void;
}

/** A body that lies with the other side and comes only as far as it is asked for. */
export class BodySource {
  readonly #stream: ByteStream;
  #asked = 0;
  #over = false;

  constructor(stream: ByteStream, listener: BodyListener) {
    this.#stream = stream;
    stream.listen({
      data: (chunk) => this.#onData(chunk, listener),
      ended: () => this.#onEnd(listener),
      closed: () => this.#onEnd(listener),
    });
  }

  /** Asks for more unless enough is on its way. */
  pull(): void {
    if (this.#over || this.#asked > PULL_BYTES / 2) return;
    this.#asked += PULL_BYTES;
    this.#stream.write(encodeVarint(PULL_BYTES));
  }

  close(): void {
    this.#over = true;
    this.#stream.end();
  }

  #onData(chunk: Buffer, listener: BodyListener): void {
    this.#asked -= chunk.length;
    this.#stream.consumed(chunk.length);
    if (!this.#over) listener.data(chunk);
  }

  #onEnd(listener: BodyListener): void {
    if (this.#over) return;
    this.#over = true;
    this.#stream.end();
    listener.ended();
  }
}
