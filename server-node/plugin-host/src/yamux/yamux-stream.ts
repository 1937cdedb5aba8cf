import type { ByteStream, StreamListener } from './byte-stream.ts';
import { FLAG, INITIAL_WINDOW } from './frame.ts';
import { YamuxError } from './yamux-error.ts';

/** What a stream needs of its session. */
export interface StreamOutput {
  sendData(streamId: number, payload: Uint8Array): void;
  sendWindow(streamId: number, flags: number, credit: number): void;
  forget(streamId: number): void;
}

/** Larger writes are split, so that one stream does not hold up the others. */
const MAX_FRAME_BYTES = 64 * 1024;
/** Credit is granted once this much can be given back. */
const CREDIT_BYTES = INITIAL_WINDOW / 2;

export class YamuxStream implements ByteStream {
  readonly id: number;
  readonly #output: StreamOutput;
  #listener: StreamListener | undefined;
  /** What came before anybody listened; never more than the window. */
  #early: Buffer[] = [];
  #outgoing: Uint8Array[] = [];
  #sendWindow = INITIAL_WINDOW;
  #receiveWindow = INITIAL_WINDOW;
  #uncredited = 0;
  #ending = false;
  #finSent = false;
  #finReceived = false;
  #closed = false;
  #error: Error | undefined;
  waitingBytes = 0;

  constructor(id: number, output: StreamOutput) {
    this.id = id;
    this.#output = output;
  }

  write(bytes: Uint8Array): void {
    if (this.#closed || this.#ending) return;
    this.#outgoing.push(bytes);
    this.waitingBytes += bytes.length;
    this.#pump();
  }

  end(): void {
    if (this.#closed || this.#ending) return;
    this.#ending = true;
    this.#pump();
  }

  reset(): void {
    if (this.#closed) return;
    this.#output.sendWindow(this.id, FLAG.rst, 0);
    this.abort(new YamuxError('stream_reset', `Stream ${this.id} was reset by us.`));
  }

  listen(listener: StreamListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const chunk of early) this.#listener.data(chunk);
    if (this.#finReceived) this.#listener.ended?.();
    if (this.#closed) this.#listener.closed?.(this.#error);
  }

  consumed(bytes: number): void {
    this.#uncredited += bytes;
    if (this.#uncredited < CREDIT_BYTES || this.#closed || this.#finReceived) return;
    this.#receiveWindow += this.#uncredited;
    this.#output.sendWindow(this.id, 0, this.#uncredited);
    this.#uncredited = 0;
  }

  /** Takes `bytes` off the window that the other side had. */
  announce(bytes: number): void {
    if (bytes > this.#receiveWindow) {
      throw new YamuxError(
        'protocol',
        `Stream ${this.id} got ${bytes} bytes with ${this.#receiveWindow} allowed.`,
      );
    }
    this.#receiveWindow -= bytes;
  }

  receive(chunk: Buffer): void {
    if (this.#listener === undefined) this.#early.push(chunk);
    else this.#listener.data(chunk);
  }

  receiveCredit(bytes: number): void {
    this.#sendWindow += bytes;
    this.#pump();
  }

  receiveFin(): void {
    if (this.#finReceived) throw new YamuxError('protocol', `Stream ${this.id} was ended twice.`);
    this.#finReceived = true;
    this.#listener?.ended?.();
    this.#closeWhenBothEnded();
  }

  /** Ends the stream without telling the other side. */
  abort(error: Error): void {
    if (this.#closed) return;
    this.#error = error;
    this.#close();
  }

  #pump(): void {
    while (this.#outgoing.length > 0 && this.#sendWindow > 0) this.#sendSome(this.#outgoing[0] as Uint8Array);
    if (!this.#ending || this.#finSent || this.#outgoing.length > 0) return;
    this.#finSent = true;
    this.#output.sendWindow(this.id, FLAG.fin, 0);
    this.#closeWhenBothEnded();
  }

  #sendSome(bytes: Uint8Array): void {
    const size = Math.min(bytes.length, this.#sendWindow, MAX_FRAME_BYTES);
    if (size === bytes.length) this.#outgoing.shift();
    else this.#outgoing[0] = bytes.subarray(size);
    if (size === 0) return;
    this.#sendWindow -= size;
    this.waitingBytes -= size;
    this.#output.sendData(this.id, size === bytes.length ? bytes : bytes.subarray(0, size));
  }

  #closeWhenBothEnded(): void {
    if (this.#finSent && this.#finReceived && !this.#closed) this.#close();
  }

  #close(): void {
    this.#closed = true;
    this.#outgoing = [];
    this.waitingBytes = 0;
    this.#output.forget(this.id);
    this.#listener?.closed?.(this.#error);
  }
}
