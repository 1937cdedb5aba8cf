import { GobError } from '../gob/gob-error.ts';
import type { AnyGobType } from '../gob/gob-type.ts';
import { emptyStruct } from '../gob/gob-type.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { requestHeader, responseHeader } from './headers.ts';
import type { RpcOptions } from './rpc-client.ts';

export interface RpcMethod {
  readonly args: AnyGobType;
  readonly reply: AnyGobType;
  /** What it throws goes back as the call's error text. */
  readonly call: (args: never) => unknown;
}

export interface RpcServerOptions extends RpcOptions {
  /** Undefined answers Go's "can't find method". */
  readonly method: (name: string) => RpcMethod | undefined;
  /** A reply that did not fit its type, or a stream that could not be read any further. */
  readonly onFault?: (error: Error, method: string) => void;
  readonly onClosed?: () => void;
}

/** Answers the other side's calls on one stream, each as soon as it is ready. */
export class RpcServer {
  readonly #stream: ByteStream;
  readonly #options: RpcServerOptions;
  readonly #reader: GobReader;
  readonly #writer: GobWriter;
  #request: { ServiceMethod: string; Seq: number } | undefined;
  #headerTypeId = 0;
  #closed = false;

  constructor(stream: ByteStream, options: RpcServerOptions) {
    this.#stream = stream;
    this.#options = options;
    const codec = options.registered === undefined ? {} : { registered: options.registered };
    this.#reader = new GobReader(codec);
    this.#writer = new GobWriter(codec);
    stream.listen({
      data: (chunk) => this.#onData(chunk),
      ended: () => this.#close(),
      closed: () => this.#close(),
    });
  }

  #onData(chunk: Buffer): void {
    this.#reader.push(chunk);
    this.#stream.consumed(chunk.length);
    try {
      while (!this.#closed && this.#takeRequest());
    } catch (error) {
      this.#options.onFault?.(error as Error, this.#request?.ServiceMethod ?? '');
      this.#stream.reset();
      this.#close();
    }
  }

  #takeRequest(): boolean {
    const typeId = this.#reader.peekTypeId();
    if (typeId === undefined) return false;
    if (this.#request === undefined || typeId === this.#headerTypeId) return this.#takeHeader(typeId);
    const { ServiceMethod: name, Seq: seq } = this.#request;
    const method = this.#options.method(name);
    try {
      const args = this.#reader.read(method?.args);
      if (args === undefined) return false;
      void this.#answer(name, seq, method, args.value);
    } catch (error) {
      if (!(error instanceof GobError) || !error.recoverable) throw error;
      this.#refuse(name, seq, `the arguments of ${name} cannot be read: ${error.message}`);
    }
    this.#request = undefined;
    return true;
  }

  /**
   * A second header where arguments are expected means that the caller could not encode them after its header had
   * gone out; that call was given up there.
   */
  #takeHeader(typeId: number): boolean {
    const header = this.#reader.read(requestHeader);
    if (header === undefined) return false;
    this.#headerTypeId = typeId;
    this.#request = header.value;
    return true;
  }

  async #answer(name: string, seq: number, method: RpcMethod | undefined, args: unknown): Promise<void> {
    if (method === undefined) return this.#refuse(name, seq, `rpc: can't find method ${name}`);
    try {
      const value = await method.call(args as never);
      this.#reply(name, seq, method.reply, value);
    } catch (error) {
      this.#refuse(name, seq, error instanceof Error ? error.message : String(error));
    }
  }

  /** A reply that does not fit its type is never sent: the caller would give up the whole stream. */
  #reply(name: string, seq: number, type: AnyGobType, value: unknown): void {
    if (this.#closed) return;
    try {
      const header = { ServiceMethod: name, Seq: seq };
      this.#stream.write(this.#writer.encodeBoth([responseHeader, header], [type, value]));
    } catch (error) {
      this.#options.onFault?.(error as Error, name);
      this.#refuse(name, seq, `the answer to ${name} does not fit its type`);
    }
  }

  #refuse(name: string, seq: number, text: string): void {
    if (this.#closed) return;
    const header = { ServiceMethod: name, Seq: seq, Error: text || 'unknown error' };
    this.#stream.write(this.#writer.encodeBoth([responseHeader, header], [emptyStruct, {}]));
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stream.end();
    this.#options.onClosed?.();
  }
}
