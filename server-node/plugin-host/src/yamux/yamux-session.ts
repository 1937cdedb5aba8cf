import type { FrameHeader } from './frame.ts';
import { encodeHeader, FLAG, GO_AWAY, TYPE } from './frame.ts';
import type { FrameSink } from './frame-reader.ts';
import { FrameReader } from './frame-reader.ts';
import { YamuxError } from './yamux-error.ts';
import { StreamTable } from './stream-table.ts';
import type { StreamOutput } from './yamux-stream.ts';
import { YamuxStream } from './yamux-stream.ts';

export interface YamuxOptions {
  /** Mattermost is the client (odd stream ids), a plugin the server (even ones). */
  readonly side: 'client' | 'server';
  /** Bytes for the socket, gathered over one turn of the event loop. */
  readonly send: (bytes: Buffer[]) => void;
  readonly onStream: (stream: YamuxStream) => void;
  /** Once, when the session is over; with the reason unless {@link YamuxSession.close} was called without one. */
  readonly onClosed?: (error?: Error) => void;
  readonly maxStreams?: number;
  /** When to send what was gathered; `setImmediate` by default: frames of several answers share a write. */
  readonly later?: (flush: () => void) => void;
}

const MAX_STREAMS = 16_384;

/** Many streams over one byte stream. Knows no socket: bytes come in by {@link receive} and leave by `send`. */
export class YamuxSession implements FrameSink, StreamOutput {
  readonly #options: YamuxOptions;
  readonly #reader = new FrameReader(this);
  readonly #streams = new StreamTable();
  readonly #pings = new Map<number, () => void>();
  #output: Buffer[] = [];
  #flushing = false;
  #nextStreamId: number;
  #nextPing = 0;
  #goingAway = false;
  #closed = false;
  pingsReceived = 0;

  constructor(options: YamuxOptions) {
    this.#options = options;
    this.#nextStreamId = options.side === 'client' ? 1 : 2;
  }

  get streamCount(): number {
    return this.#streams.size;
  }

  receive(chunk: Buffer): void {
    if (this.#closed) return;
    try {
      this.#reader.push(chunk);
    } catch (error) {
      if (!(error instanceof YamuxError)) throw error;
      this.#goAway(GO_AWAY.protocolError);
      this.close(error);
    }
  }

  open(): YamuxStream {
    if (this.#closed) throw new YamuxError('session_closed', 'The connection to the other side is closed.');
    if (this.#goingAway) throw new YamuxError('going_away', 'The other side accepts no new streams.');
    const stream = new YamuxStream(this.#nextStreamId, this);
    this.#nextStreamId += 2;
    this.#streams.add(stream);
    this.sendWindow(stream.id, FLAG.syn, 0);
    return stream;
  }

  /** Resolves when the other side has answered; the caller sets the limit. */
  ping(): Promise<void> {
    const number = this.#nextPing++;
    this.#queue({ type: TYPE.ping, flags: FLAG.syn, streamId: 0, length: number });
    return new Promise((resolve) => this.#pings.set(number, resolve));
  }

  /** Ends all streams. Bytes gathered so far still go out. */
  close(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    const reason = error ?? new YamuxError('session_closed', 'The connection to the other side is closed.');
    for (const stream of this.#streams.all()) stream.abort(reason);
    this.#flush();
    this.#options.onClosed?.(error);
  }

  /** Tells the other side not to open streams any more. */
  announceEnd(): void {
    this.#goAway(GO_AWAY.normal);
  }

  header(header: FrameHeader): void {
    if (header.type === TYPE.ping) return this.#onPing(header);
    if (header.type === TYPE.goAway) return this.#onGoAway(header);
    const isNew = (header.flags & FLAG.syn) !== 0;
    const stream = isNew ? this.#accept(header.streamId) : this.#streams.get(header.streamId);
    if (stream === undefined) return;
    if (header.type === TYPE.windowUpdate) stream.receiveCredit(header.length);
    else stream.announce(header.length);
    if (header.type === TYPE.windowUpdate || header.length === 0) this.#endings(stream, header.flags);
  }

  payload(header: FrameHeader, piece: Buffer, last: boolean): void {
    const stream = this.#streams.get(header.streamId);
    if (stream === undefined) return;
    stream.receive(piece);
    if (last) this.#endings(stream, header.flags);
  }

  sendData(streamId: number, payload: Uint8Array): void {
    this.#queue({ type: TYPE.data, flags: 0, streamId, length: payload.length });
    this.#output.push(payload as Buffer);
  }

  sendWindow(streamId: number, flags: number, credit: number): void {
    this.#queue({ type: TYPE.windowUpdate, flags, streamId, length: credit });
  }

  forget(streamId: number): void {
    this.#streams.delete(streamId);
  }

  #endings(stream: YamuxStream, flags: number): void {
    if ((flags & FLAG.fin) !== 0) stream.receiveFin();
    if ((flags & FLAG.rst) !== 0) {
      stream.abort(new YamuxError('stream_reset', `Stream ${stream.id} was reset by the other side.`));
    }
  }

  #accept(streamId: number): YamuxStream | undefined {
    const ownParity = this.#options.side === 'client' ? 1 : 0;
    if (streamId % 2 === ownParity || this.#streams.has(streamId)) {
      throw new YamuxError('protocol', `Stream ${streamId} cannot be opened by the other side.`);
    }
    if (this.#streams.size >= (this.#options.maxStreams ?? MAX_STREAMS)) return this.#refuse(streamId);
    const stream = new YamuxStream(streamId, this);
    this.#streams.add(stream);
    this.sendWindow(streamId, FLAG.ack, 0);
    this.#options.onStream(stream);
    return stream;
  }

  #refuse(streamId: number): undefined {
    this.sendWindow(streamId, FLAG.rst, 0);
  }

  #onPing({ flags, length }: FrameHeader): void {
    if ((flags & FLAG.syn) !== 0) {
      this.pingsReceived++;
      return this.#queue({ type: TYPE.ping, flags: FLAG.ack, streamId: 0, length });
    }
    this.#pings.get(length)?.();
    this.#pings.delete(length);
  }

  #onGoAway({ length }: FrameHeader): void {
    this.#goingAway = true;
    if (length === GO_AWAY.normal) return;
    throw new YamuxError('protocol', `The other side gave the session up with code ${length}.`);
  }

  #goAway(code: number): void {
    this.#queue({ type: TYPE.goAway, flags: 0, streamId: 0, length: code });
  }

  #queue(header: FrameHeader): void {
    if (this.#closed) return;
    this.#output.push(encodeHeader(header));
    if (this.#flushing) return;
    this.#flushing = true;
    (this.#options.later ?? setImmediate)(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    const output = this.#output;
    this.#output = [];
    if (output.length > 0) this.#options.send(output);
  }
}
