import type { FrameHeader } from './frame.ts';
import { HEADER_BYTES, TYPE, VERSION } from './frame.ts';
import { YamuxError } from './yamux-error.ts';

export interface FrameSink {
  /** Before any payload of the frame. */
  header(header: FrameHeader): void;
  /** A piece of the current data frame's payload; `last` when it completes the frame. */
  payload(header: FrameHeader, piece: Buffer, last: boolean): void;
}

/** Cuts a byte stream into frames. Payload is handed on in the pieces it came in, nothing is collected. */
export class FrameReader {
  readonly #sink: FrameSink;
  readonly #partial = Buffer.alloc(HEADER_BYTES);
  #partialBytes = 0;
  #current: FrameHeader | undefined;
  #payloadLeft = 0;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /** @throws {YamuxError} `protocol` on a header that is none; the session is lost then */
  push(chunk: Buffer): void {
    let position = 0;
    while (position < chunk.length) {
      position =
        this.#current === undefined ? this.#takeHeader(chunk, position) : this.#takePayload(chunk, position);
    }
  }

  #takeHeader(chunk: Buffer, position: number): number {
    if (this.#partialBytes === 0 && chunk.length - position >= HEADER_BYTES) {
      this.#begin(chunk, position);
      return position + HEADER_BYTES;
    }
    const copied = chunk.copy(this.#partial, this.#partialBytes, position);
    this.#partialBytes += copied;
    if (this.#partialBytes === HEADER_BYTES) {
      this.#partialBytes = 0;
      this.#begin(this.#partial, 0);
    }
    return position + copied;
  }

  #begin(bytes: Buffer, at: number): void {
    const version = bytes[at] as number;
    const type = bytes[at + 1] as number;
    if (version !== VERSION)
      throw new YamuxError('protocol', `Expected yamux version ${VERSION}; got ${version}.`);
    if (type > TYPE.goAway)
      throw new YamuxError('protocol', `Expected a frame type from 0 to 3; got ${type}.`);
    const flags = bytes.readUInt16BE(at + 2);
    const header = { type, flags, streamId: bytes.readUInt32BE(at + 4), length: bytes.readUInt32BE(at + 8) };
    this.#sink.header(header);
    if (type !== TYPE.data || header.length === 0) return;
    this.#current = header;
    this.#payloadLeft = header.length;
  }

  #takePayload(chunk: Buffer, position: number): number {
    const end = Math.min(chunk.length, position + this.#payloadLeft);
    const header = this.#current as FrameHeader;
    this.#payloadLeft -= end - position;
    const last = this.#payloadLeft === 0;
    if (last) this.#current = undefined;
    this.#sink.payload(header, chunk.subarray(position, end), last);
    return end;
  }
}
