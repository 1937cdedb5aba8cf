import { describe, expect, it } from '@jest/globals';

import { recordingLog } from '../../test/host/in-process.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { string, uint } from '../gob/gob-type.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import { Broker } from '../go-plugin/broker.ts';
import { PluginSession } from '../go-plugin/plugin-session.ts';
import { REGISTERED_TYPES } from '../model/registered-types.ts';
import { requestHeader, responseHeader } from '../net-rpc/headers.ts';
import { RpcClient } from '../net-rpc/rpc-client.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { YamuxSession } from '../yamux/yamux-session.ts';
import { HOOKS } from './hook-table.ts';
import type { Plugin } from './plugin.ts';

function later(receive: (all: Buffer) => void, bytes: Buffer[]): void {
  const all = Buffer.concat(bytes);
  setImmediate(() => receive(all));
}

/** A plugin, and Mattermost's end of its hooks stream as bare bytes. */
async function hooksStream(plugin: Plugin): Promise<ByteStream> {
  const session: PluginSession = new PluginSession({
    send: (bytes) => later((all) => host.receive(all), bytes),
    plugin: () => Promise.resolve(plugin),
    log: recordingLog([]),
  });
  const host: YamuxSession = new YamuxSession({
    side: 'client',
    send: (bytes) => later((all) => session.receive(all), bytes),
    onStream: (stream) => broker.onStream(stream),
  });
  const broker = new Broker(() => host.open());
  const control = new RpcClient(host.open());
  for (const _output of ['stdout', 'stderr']) host.open().listen({ data: () => undefined });
  return broker.dial(await control.call('Dispenser.Dispense', string, 'hooks', uint));
}

describe('a call whose arguments Mattermost could not encode', () => {
  /** Go has written the header by then; the header of the next call follows where the arguments should be. */
  it('is given up, and the next one is answered', async () => {
    const told: unknown[] = [];
    const stream = await hooksStream({
      MessageHasBeenPosted: (_context, { Message }) => void told.push(Message),
    });
    const writer = new GobWriter({ registered: REGISTERED_TYPES });
    const header = (Seq: number) =>
      writer.encode(requestHeader, { ServiceMethod: 'Plugin.MessageHasBeenPosted', Seq });
    const args = (Message: string) =>
      writer.encode(HOOKS.MessageHasBeenPosted.argsType, { A: {}, B: { Message } });
    const answers = answersOf(stream, 2);
    for (const bytes of [header(0), header(1), args('second'), header(2), args('third')]) stream.write(bytes);
    expect((await answers).sort()).toEqual([1, 2]);
    expect(told).toEqual(['second', 'third']);
  });
});

/** The numbers of the first `count` calls that were answered. */
function answersOf(stream: ByteStream, count: number): Promise<number[]> {
  const reader = new GobReader();
  const seqs: number[] = [];
  let isHeader = true;
  return new Promise((resolve) => {
    stream.listen({
      data: (chunk) => {
        reader.push(chunk);
        for (let next = reader.read(isHeader ? responseHeader : undefined); next !== undefined;) {
          if (isHeader) seqs.push((next.value as { Seq: number }).Seq);
          isHeader = !isHeader;
          if (isHeader && seqs.length === count) resolve(seqs);
          next = reader.read(isHeader ? responseHeader : undefined);
        }
      },
    });
  });
}
