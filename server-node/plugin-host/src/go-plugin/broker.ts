import type { ByteStream } from '../yamux/byte-stream.ts';
import type { YamuxStream } from '../yamux/yamux-stream.ts';
import { BrokeredStream, encodeBrokerId } from './brokered-stream.ts';

/** As long as go-plugin waits for either half of a meeting. */
export const MEETING_MS = 5_000;

interface Meeting {
  readonly settle: (stream: ByteStream | undefined) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Lets two sides meet on a new stream by a number. A number belongs to the side that accepts; each side counts from 1.
 */
export class Broker {
  readonly #open: () => YamuxStream;
  readonly #meetingMs: number;
  readonly #expected = new Map<number, Meeting>();
  readonly #arrived = new Map<number, Meeting & { stream: ByteStream }>();
  #lastId = 0;

  constructor(open: () => YamuxStream, meetingMs = MEETING_MS) {
    this.#open = open;
    this.#meetingMs = meetingMs;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  /**
   * Meets the other side on its number. May be written to at once: the other side reads the number, answers it and
   * leaves the rest to whoever accepts.
   */
  dial(id: number): ByteStream {
    const stream = this.#open();
    const dialled = new BrokeredStream(stream, (answer) => {
      if (answer !== id) stream.reset();
    });
    stream.write(encodeBrokerId(id));
    return dialled;
  }

  /** @throws when the other side does not come within the time of a meeting */
  accept(id: number): Promise<ByteStream> {
    const here = this.#arrived.get(id);
    if (here !== undefined) return Promise.resolve(this.#greet(id, here));
    return new Promise((resolve, reject) => {
      const settle = (stream: ByteStream | undefined) =>
        stream === undefined ? reject(new Error(`Nobody came to stream number ${id}.`)) : resolve(stream);
      this.#expected.set(id, { settle, timer: this.#limit(() => this.#giveUp(id)) });
    });
  }

  /** A stream that the other side opened. */
  onStream(stream: YamuxStream): void {
    const timer = this.#limit(() => stream.reset());
    const incoming: BrokeredStream = new BrokeredStream(stream, (id) => {
      clearTimeout(timer);
      this.#onDialled(id, incoming);
    });
  }

  close(): void {
    for (const { timer, settle } of this.#expected.values()) {
      clearTimeout(timer);
      settle(undefined);
    }
    for (const { timer } of this.#arrived.values()) clearTimeout(timer);
    this.#expected.clear();
    this.#arrived.clear();
  }

  #onDialled(id: number, stream: ByteStream): void {
    const expected = this.#expected.get(id);
    if (expected === undefined) return this.#keep(id, stream);
    this.#expected.delete(id);
    clearTimeout(expected.timer);
    stream.write(encodeBrokerId(id));
    expected.settle(stream);
  }

  #keep(id: number, stream: ByteStream): void {
    if (this.#arrived.has(id)) return stream.reset();
    const timer = this.#limit(() => {
      this.#arrived.delete(id);
      stream.reset();
    });
    this.#arrived.set(id, { stream, timer, settle: () => undefined });
  }

  #greet(id: number, { stream, timer }: { stream: ByteStream; timer: NodeJS.Timeout }): ByteStream {
    clearTimeout(timer);
    this.#arrived.delete(id);
    stream.write(encodeBrokerId(id));
    return stream;
  }

  #giveUp(id: number): void {
    this.#expected.get(id)?.settle(undefined);
    this.#expected.delete(id);
  }

  #limit(act: () => void): NodeJS.Timeout {
    return setTimeout(act, this.#meetingMs).unref();
  }
}
