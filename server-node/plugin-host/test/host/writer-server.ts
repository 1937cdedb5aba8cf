import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { once } from 'node:events';

import type { GobType } from '../../src/gob/gob-type.ts';
import { bytes, emptyStruct, int } from '../../src/gob/gob-type.ts';
import { headers } from '../../src/model/server.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';

const nothing = emptyStruct as GobType<unknown>;

/** Go's ResponseWriter over a response of node:http, as Mattermost serves it to the plugin. */
export class WriterServer {
  readonly #response: ServerResponse;
  readonly #request: IncomingMessage;
  /** Names of the calls, in order. */
  readonly calls: string[] = [];
  readonly hostHeaders: Record<string, string[]> = {};
  #headers: Record<string, string[]>;
  #wroteHead = false;
  #connection: Socket | undefined;
  #unread: Buffer[] = [];

  constructor(request: IncomingMessage, response: ServerResponse, hostHeaders: Record<string, string[]>) {
    this.#request = request;
    this.#response = response;
    this.#headers = { ...hostHeaders };
  }

  get isHijacked(): boolean {
    return this.#connection !== undefined;
  }

  method(name: string): RpcMethod | undefined {
    const short = name.replace(/^Plugin\./, '');
    const method = this.#methods()[short];
    if (method === undefined) return undefined;
    return {
      ...method,
      call: (args: never) => {
        this.calls.push(short);
        return method.call(args);
      },
    };
  }

  /** The hook has returned: whatever is still missing is sent as Go would. */
  finish(failed: boolean): void {
    if (this.isHijacked) return;
    if (failed && !this.#wroteHead) this.#writeHead(500);
    else if (!this.#wroteHead) this.#writeHead(200);
    this.#response.end(failed ? '500 internal server error\n' : undefined);
  }

  #methods(): Record<string, RpcMethod> {
    return {
      Header: { args: nothing, reply: headers, call: () => this.#headers },
      SyncHeader: {
        args: headers,
        reply: nothing,
        call: (all: Record<string, string[]>) => ((this.#headers = all), {}),
      },
      WriteHeader: { args: int, reply: nothing, call: (status: number) => (this.#writeHead(status), {}) },
      Write: { args: bytes, reply: nothing, call: (body: Buffer) => this.#write(body) },
      Flush: { args: nothing, reply: nothing, call: () => this.#flush() },
      HijackResponse: { args: nothing, reply: nothing, call: () => this.#hijack() },
      HjConnRWRead: { args: bytes, reply: bytes, call: () => this.#read() },
      HjConnRead: { args: int, reply: bytes, call: () => this.#read() },
      HjConnWrite: { args: bytes, reply: int, call: (data: Buffer) => this.#writeConnection(data) },
      HjConnClose: { args: nothing, reply: nothing, call: () => (this.#hijacked().end(), {}) },
    };
  }

  #writeHead(status: number): void {
    if (status < 100 || status > 999) throw new Error('invalid http status code');
    if (this.#wroteHead) return;
    this.#wroteHead = true;
    this.#response.writeHead(
      status,
      Object.entries(this.#headers).flatMap(([name, all]) => all.flatMap((v) => [name, v])),
    );
  }

  async #write(body: Buffer): Promise<object> {
    if (this.#request.destroyed && this.#response.destroyed) throw new Error('write tcp: broken pipe');
    if (!this.#wroteHead) this.#writeHead(200);
    if (!this.#response.write(body))
      await Promise.race([once(this.#response, 'drain'), once(this.#response, 'close')]);
    if (this.#response.destroyed) throw new Error('write tcp: broken pipe');
    return {};
  }

  #flush(): object {
    if (!this.#wroteHead) this.#writeHead(200);
    this.#response.flushHeaders();
    return {};
  }

  #hijack(): object {
    if (this.isHijacked) throw new Error('response was already hijacked');
    const connection = this.#response.socket ?? this.#request.socket;
    this.#response.detachSocket(connection);
    this.#connection = connection;
    connection.removeAllListeners('data');
    connection.on('data', (chunk: Buffer) => void this.#unread.push(chunk)).resume();
    connection.on('error', () => undefined);
    return {};
  }

  #hijacked(): Socket {
    if (this.#connection === undefined) throw new Error('response is not hijacked');
    return this.#connection;
  }

  async #read(): Promise<Buffer> {
    const connection = this.#hijacked();
    while (this.#unread.length === 0) {
      if (connection.readableEnded || connection.destroyed) throw new Error('EOF');
      await Promise.race([once(connection, 'data'), once(connection, 'end'), once(connection, 'close')]);
    }
    return this.#unread.shift() as Buffer;
  }

  async #writeConnection(data: Buffer): Promise<number> {
    await new Promise<void>((resolve, reject) =>
      this.#hijacked().write(data, (error) => (error ? reject(error) : resolve())),
    );
    return data.length;
  }
}
