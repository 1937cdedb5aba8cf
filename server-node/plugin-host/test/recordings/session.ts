import { createHash } from 'node:crypto';

import { recording } from './golden.ts';
import { annotatingReader, spelled } from './annotated.ts';
import type { FrameHeader } from '../../src/yamux/frame.ts';
import { FrameReader } from '../../src/yamux/frame-reader.ts';
import type { GobReader } from '../../src/gob/gob-reader.ts';

export type Direction = 'fromHost' | 'fromPlugin';

/** All bytes of a recorded session that went one way. */
export function bytesOf(name: string, direction: Direction): Buffer {
  const all = recording(`sessions/${name}.rec.gz`);
  const wanted = direction === 'fromHost' ? 0 : 1;
  const pieces: Buffer[] = [];
  for (let at = 0; at < all.length; ) {
    const length = all.readUInt32BE(at + 5);
    if (all[at] === wanted) pieces.push(all.subarray(at + 9, at + 9 + length));
    at += 9 + length;
  }
  return Buffer.concat(pieces);
}

interface Tally {
  frames: number;
  streams: number;
  values: number;
  methods: Record<string, number>;
  undecoded: number;
  digest: string;
}

const UNBROKERED = new Set([1, 3, 5]);

/** Everything one direction of a session says: frames, streams and, where a stream carries net/rpc, its values. */
export class SessionReading {
  readonly #frames: FrameReader;
  readonly #streams = new Map<number, StreamReading>();
  #frameCount = 0;

  constructor() {
    this.#frames = new FrameReader({
      header: (header) => this.#onHeader(header),
      payload: ({ streamId }, piece) => this.#stream(streamId).push(piece),
    });
  }

  push(chunk: Buffer): void {
    this.#frames.push(chunk);
  }

  tally(): Tally {
    const hash = createHash('sha256');
    const result: Tally = { frames: this.#frameCount, streams: this.#streams.size, values: 0, methods: {}, undecoded: 0, digest: '' };
    for (const [id, stream] of [...this.#streams].sort(([a], [b]) => a - b)) {
      result.values += stream.values.length;
      result.undecoded += stream.undecodedBytes;
      hash.update(`${id} ${JSON.stringify(stream.values)} ${stream.digest()}`);
      for (const value of stream.values) count(result.methods, value);
    }
    result.digest = hash.digest('hex');
    return result;
  }

  #onHeader(header: FrameHeader): void {
    this.#frameCount++;
    if (header.streamId !== 0) this.#stream(header.streamId);
  }

  #stream(id: number): StreamReading {
    const stream = this.#streams.get(id) ?? new StreamReading(UNBROKERED.has(id) ? 0 : 4);
    this.#streams.set(id, stream);
    return stream;
  }
}

function count(methods: Record<string, number>, value: unknown): void {
  const method = (value as { ServiceMethod?: unknown } | null)?.ServiceMethod;
  if (typeof method === 'string') methods[method] = (methods[method] ?? 0) + 1;
}

/** A stream is net/rpc when its first value is a header; anything else is a body and only hashed. */
class StreamReading {
  readonly values: unknown[] = [];
  readonly #hash = createHash('sha256');
  #prefixLeft: number;
  #reader: GobReader | undefined = annotatingReader();

  constructor(prefixBytes: number) {
    this.#prefixLeft = prefixBytes;
  }

  get undecodedBytes(): number {
    return this.values.length === 0 ? 0 : (this.#reader?.pendingBytes ?? 0);
  }

  push(piece: Buffer): void {
    this.#hash.update(piece);
    const skipped = Math.min(this.#prefixLeft, piece.length);
    this.#prefixLeft -= skipped;
    if (skipped < piece.length) this.#decode(piece.subarray(skipped));
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  #decode(piece: Buffer): void {
    try {
      this.#reader?.push(piece);
      for (let next = this.#reader?.read(); next !== undefined; next = this.#reader?.read()) {
        this.values.push(spelled(next.value));
      }
    } catch (error) {
      if (this.values.length > 0) throw error;
      this.#reader = undefined;
    }
  }
}
