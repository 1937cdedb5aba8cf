import type { ByteStream } from '../yamux/byte-stream.ts';

/** Reads Go varints (zig-zag, seven bits a byte, lowest first) out of bytes that come in pieces. */
export class VarintReader {
  #value = 0;
  #scale = 1;

  /** @throws on a number beyond 2^53 or a negative one */
  push(chunk: Uint8Array, onNumber: (value: number) => void): void {
    for (const byte of chunk) {
      this.#value += (byte & 127) * this.#scale;
      this.#scale *= 128;
      if (!Number.isSafeInteger(this.#value)) throw new Error('A varint is larger than 2^53.');
      if (byte < 128) onNumber(this.#take());
    }
  }

  #take(): number {
    const value = this.#value;
    this.#value = 0;
    this.#scale = 1;
    if (value % 2 !== 0) throw new Error('A varint that counts bytes is negative.');
    return value / 2;
  }
}

/** Gives a body away as far as the other side asks for it, and ends the stream with it. */
export function serveBody(stream: ByteStream, body: Uint8Array | AsyncIterable<Uint8Array>): void {
  const pieces = body instanceof Uint8Array ? [body][Symbol.iterator]() : body[Symbol.asyncIterator]();
  const varints = new VarintReader();
  let asked = 0;
  let current: Uint8Array = new Uint8Array(0);
  let serving = false;
  const serve = async (): Promise<void> => {
    if (serving) return;
    serving = true;
    while (asked > 0) {
      if (current.length === 0) {
        const next = await pieces.next();
        if (next.done === true) return stream.end();
        current = next.value;
        continue;
      }
      const piece = current.subarray(0, asked);
      current = current.subarray(piece.length);
      asked -= piece.length;
      stream.write(piece);
    }
    serving = false;
  };
  const serveNext = async (chunk: Buffer): Promise<void> => {
    varints.push(chunk, (count) => (asked += count));
    await serve();
  };
  stream.listen({
    data: (chunk) => {
      stream.consumed(chunk.length);
      serveNext(chunk).catch(() => stream.reset());
    },
    ended: () => stream.end(),
  });
}
