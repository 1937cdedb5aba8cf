const EMPTY = Buffer.alloc(0);

/** Bytes that arrived in pieces. Joined only when somebody needs them in one piece. */
export class ChunkQueue {
  #chunks: Buffer[] = [];
  length = 0;

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(
      Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length),
    );
    this.length += chunk.length;
  }

  /** All bytes as one buffer. */
  joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks, this.length)];
    return this.#chunks[0] ?? EMPTY;
  }

  drop(count: number): void {
    const rest = this.joined().subarray(count);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.length = rest.length;
  }

  /** Takes the first chunk as it came. */
  shift(): Buffer | undefined {
    const chunk = this.#chunks.shift();
    this.length -= chunk?.length ?? 0;
    return chunk;
  }
}
