import type { GobType } from '../../src/gob/gob-type.ts';
import { bytes, emptyStruct, int } from '../../src/gob/gob-type.ts';
import { headers } from '../../src/model/server.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';

const nothing = emptyStruct as GobType<unknown>;

/** The response writer that Mattermost uses for its own requests: it keeps only the bytes of the last write. */
export class LocalExchange {
  status = 200;
  headers: Record<string, string[]> = {};
  lastWrite: Buffer = Buffer.alloc(0);
  readonly #written: Buffer[] = [];

  get allWritten(): Buffer {
    return Buffer.concat(this.#written);
  }

  /** Mattermost answers by itself. */
  answer(status: number, text: string): this {
    this.status = status;
    this.#write(Buffer.from(text));
    return this;
  }

  method(name: string): RpcMethod | undefined {
    const methods: Record<string, RpcMethod> = {
      'Plugin.Header': { args: nothing, reply: headers, call: () => this.headers },
      'Plugin.SyncHeader': {
        args: headers,
        reply: nothing,
        call: (all: Record<string, string[]>) => ((this.headers = all), {}),
      },
      'Plugin.WriteHeader': {
        args: int,
        reply: nothing,
        call: (status: number) => ((this.status = status), {}),
      },
      'Plugin.Write': { args: bytes, reply: nothing, call: (body: Buffer) => this.#write(body) },
      'Plugin.Flush': { args: nothing, reply: nothing, call: () => ({}) },
    };
    return methods[name];
  }

  #write(body: Buffer): object {
    this.lastWrite = body;
    this.#written.push(body);
    return {};
  }
}
