import { GobError } from '../gob/gob-error.ts';
import type { AnyGobType, GobType } from '../gob/gob-type.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { receivedResponse, requestHeader } from './headers.ts';
import { RpcError } from './rpc-error.ts';

export interface RpcOptions {
  readonly registered?: ReadonlyMap<string, AnyGobType>;
  /** For every call that does not bring its own. 0 waits for ever. */
  readonly timeoutMs?: number;
  /** Once, when no call can be made any more. */
  readonly onClosed?: () => void;
}

interface PendingCall {
  readonly method: string;
  readonly reply: AnyGobType;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

/**
 * Calls methods of the other side over one stream. Calls may be answered in any order; two calls under way at once may
 * also be *executed* in any order, so await one before the next where order matters.
 */
export class RpcClient {
  readonly #stream: ByteStream;
  readonly #reader: GobReader;
  readonly #writer: GobWriter;
  readonly #timeoutMs: number;
  readonly #onClosed: (() => void) | undefined;
  readonly #pending = new Map<number, PendingCall>();
  #nextSeq = 0;
  #response: { Seq: number; Error: string } | undefined;
  #closedBy: Error | string | undefined;

  constructor(stream: ByteStream, options: RpcOptions = {}) {
    this.#stream = stream;
    const codec = options.registered === undefined ? {} : { registered: options.registered };
    this.#reader = new GobReader(codec);
    this.#writer = new GobWriter(codec);
    this.#timeoutMs = options.timeoutMs ?? 0;
    this.#onClosed = options.onClosed;
    stream.listen({
      data: (chunk) => this.#onData(chunk),
      ended: () => this.close('the other side ended the stream'),
      closed: (error) => this.close(error ?? 'the stream is closed'),
    });
  }

  get callsUnderWay(): number {
    return this.#pending.size;
  }

  /** @throws {RpcError} also, with code `remote`, when the other side answers an error */
  call<AO, AI, RO, RI>(
    method: string,
    argsType: GobType<AO, AI>,
    args: AI,
    reply: GobType<RO, RI>,
    timeoutMs = this.#timeoutMs,
  ): Promise<RO> {
    return new Promise<RO>((resolve, reject) => {
      if (this.#closedBy !== undefined) throw this.#closed(method);
      const seq = this.#nextSeq;
      const bytes = this.#encoded(seq, method, argsType, args);
      this.#nextSeq++;
      const timer =
        timeoutMs > 0 ? setTimeout(() => this.#expire(seq, timeoutMs), timeoutMs).unref() : undefined;
      this.#pending.set(seq, { method, reply: reply, resolve, reject, timer });
      this.#stream.write(bytes);
    });
  }

  /** Fails all calls under way and ends our half of the stream. A text as cause costs no stack trace. */
  close(cause: Error | string): void {
    if (this.#closedBy !== undefined) return;
    this.#closedBy = cause;
    this.#stream.end();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const call of pending) {
      clearTimeout(call.timer);
      call.reject(this.#closed(call.method));
    }
    this.#onClosed?.();
  }

  #encoded<O, I>(seq: number, method: string, type: GobType<O, I>, args: I): Buffer {
    try {
      return this.#writer.encodeBoth([requestHeader, { ServiceMethod: method, Seq: seq }], [type, args]);
    } catch (error) {
      if (!(error instanceof GobError)) throw error;
      throw new RpcError(
        'bad_argument',
        method,
        `${method} cannot be called with these arguments: ${error.message}.`,
      );
    }
  }

  #onData(chunk: Buffer): void {
    this.#reader.push(chunk);
    this.#stream.consumed(chunk.length);
    try {
      while (this.#takeResponse());
    } catch (error) {
      this.close(error as Error);
      this.#stream.reset();
    }
  }

  #takeResponse(): boolean {
    this.#response ??= this.#reader.read(receivedResponse)?.value;
    if (this.#response === undefined) return false;
    const { Seq: seq, Error: refused } = this.#response;
    const call = this.#pending.get(seq);
    try {
      const body = this.#reader.read(refused === '' ? call?.reply : undefined);
      if (body === undefined) return false;
      this.#settle(seq, refused, body.value);
    } catch (error) {
      if (!(error instanceof GobError) || !error.recoverable) throw error;
      this.#settle(seq, '', undefined, error);
    }
    this.#response = undefined;
    return true;
  }

  #settle(seq: number, refused: string, value: unknown, unreadable?: GobError): void {
    const call = this.#pending.get(seq);
    if (call === undefined) return;
    this.#pending.delete(seq);
    clearTimeout(call.timer);
    if (refused !== '') call.reject(new RpcError('remote', call.method, refused));
    else if (unreadable !== undefined) call.reject(this.#unreadable(call.method, unreadable));
    else call.resolve(value as never);
  }

  /** After the event loop was held up, what has come meanwhile is read first: it may hold the answer. */
  #expire(seq: number, timeoutMs: number): void {
    setImmediate(() => this.#timeOut(seq, timeoutMs));
  }

  #timeOut(seq: number, timeoutMs: number): void {
    const call = this.#pending.get(seq);
    this.#pending.delete(seq);
    call?.reject(
      new RpcError('timeout', call.method, `${call.method} got no answer within ${timeoutMs} ms.`),
    );
  }

  #unreadable(method: string, cause: GobError): RpcError {
    return new RpcError(
      'bad_reply',
      method,
      `The answer to ${method} cannot be read: ${cause.message}`,
      cause,
    );
  }

  #closed(method: string): RpcError {
    const cause = this.#closedBy;
    const reason = cause instanceof Error ? cause.message : cause;
    return new RpcError('closed', method, `${method} cannot be called: ${reason}.`, cause);
  }
}
