import { describe, expect, it } from '@jest/globals';

import type { Direction } from '../../test/recordings/session.ts';
import { bytesOf } from '../../test/recordings/session.ts';
import { heapInUse } from '../../test/heap-in-use.ts';
import { recordingLog } from '../../test/host/in-process.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobError } from '../gob/gob-error.ts';
import { FrameReader } from '../yamux/frame-reader.ts';
import { YamuxError } from '../yamux/yamux-error.ts';
import { PluginSession } from './plugin-session.ts';

const ROUNDS = 400;
const MB = 1024 * 1024;

/** Pseudo-random and the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** Flips, cuts out, doubles or overwrites a few pieces. */
function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let count = 1 + random(6); count > 0; count--) {
    const at = random(result.length);
    const size = 1 + random(16);
    const kind = random(4);
    if (kind === 0) result[at] = random(256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + size)]);
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at + size), result.subarray(at)]);
    else result.fill([0, 255, 127, 128][random(4)] as number, at, Math.min(at + size, result.length));
  }
  return result;
}

function feed(bytes: Buffer, random: (below: number) => number, take: (chunk: Buffer) => void): void {
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random(4096);
    take(bytes.subarray(at, at + size));
    at += size;
  }
}

/** The streams of a session, put apart: what a gob reader gets to see. */
function streamsOf(bytes: Buffer): Buffer[] {
  const streams = new Map<number, Buffer[]>();
  const reader = new FrameReader({
    header: () => undefined,
    payload: ({ streamId }, piece) => void streams.set(streamId, [...(streams.get(streamId) ?? []), piece]),
  });
  reader.push(bytes);
  return [...streams].map(([id, pieces]) => Buffer.concat(pieces).subarray(id === 1 ? 0 : 4));
}

describe('mutated sessions', () => {
  const sessions: [string, Direction][] = [
    ['whole-session', 'fromHost'],
    ['go-plugin-session', 'fromHost'],
    ['yamux-go-client', 'fromHost'],
  ];

  it.each(sessions)(
    '%s: an error at most, never a hang, a crash or unbounded memory',
    async (name, direction) => {
      const bytes = bytesOf(name, direction).subarray(0, 400_000);
      const heapBefore = heapInUse();
      for (let seed = 1; seed <= ROUNDS / 4; seed++) {
        const random = generator(seed);
        let closed = false;
        const session = new PluginSession({
          send: () => undefined,
          plugin: () => Promise.resolve({ ServeHTTP: (_request, response) => response.end('x') }),
          log: recordingLog([]),
          limits: { apiTimeoutMs: 50 },
          onClosed: () => (closed = true),
        });
        feed(mutated(bytes, random), random, (chunk) => session.receive(chunk));
        await new Promise(setImmediate);
        session.close();
        expect(closed).toBe(true);
      }
      expect(heapInUse() - heapBefore).toBeLessThan(50 * MB);
    },
    60_000,
  );

  it.each(sessions.slice(0, 2))('%s: gob streams fail with a GobError only', (name, direction) => {
    const streams = streamsOf(bytesOf(name, direction)).filter(({ length }) => length > 50);
    let failures = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = generator(seed);
      const reader = new GobReader({ maxMessageBytes: MB });
      try {
        feed(mutated(streams[seed % streams.length] as Buffer, random), random, (chunk) => {
          reader.push(chunk);
          while (reader.read() !== undefined);
        });
      } catch (error) {
        failures++;
        expect(error).toBeInstanceOf(GobError);
      }
    }
    expect(failures).toBeGreaterThan(ROUNDS / 4);
  });

  it('plain noise ends the session with a protocol error', () => {
    const random = generator(99);
    let reason: Error | undefined;
    const session = new PluginSession({
      send: () => undefined,
      plugin: () => Promise.resolve({}),
      log: recordingLog([]),
      onClosed: (error) => (reason = error),
    });
    session.receive(Buffer.from(Array.from({ length: 1000 }, () => 1 + random(255))));
    expect(reason).toBeInstanceOf(YamuxError);
  });
});
