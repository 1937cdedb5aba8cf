import { Readable, Writable } from 'node:stream';

import { BodySource } from '../serve-http/body-source.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';

/** A replacement waits while more than this has not left for Mattermost. */
const MAX_WAITING_BYTES = 1024 * 1024;
const LOOK_AGAIN_MS = 5;

/** The file that somebody uploads, fetched from Mattermost as it is read. */
export function uploadedFile(stream: ByteStream): Readable {
  const source: BodySource = new BodySource(stream, {
    data: (chunk) => void (file.push(chunk) && source.pull()),
    ended: () => void file.push(null),
  });
  const file = new Readable({
    read: () => source.pull(),
    destroy: (error, done) => {
      source.close();
      done(error);
    },
  });
  return file;
}

/** Takes the bytes that shall be stored instead. Nothing written leaves the file as it is. */
export class ReplacementFile extends Writable {
  readonly #stream: ByteStream;
  writtenBytes = 0;

  constructor(stream: ByteStream) {
    super();
    this.#stream = stream;
    stream.listen({ data: (chunk) => stream.consumed(chunk.length) });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.writtenBytes += chunk.length;
    this.#stream.write(Buffer.from(chunk));
    this.#whenSent(done);
  }

  override _final(done: () => void): void {
    this.#stream.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#stream.end();
    done(error);
  }

  #whenSent(done: () => void): void {
    if (this.#stream.waitingBytes <= MAX_WAITING_BYTES || this.destroyed) return done();
    setTimeout(() => this.#whenSent(done), LOOK_AGAIN_MS);
  }
}
