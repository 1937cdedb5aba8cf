import { describe, expect, it } from '@jest/globals';

import type { Direction } from '../../test/recordings/session.ts';
import { bytesOf, SessionReading } from '../../test/recordings/session.ts';

function readIn(bytes: Buffer, sizes: () => number) {
  const reading = new SessionReading();
  for (let at = 0; at < bytes.length;) {
    const end = at + sizes();
    reading.push(bytes.subarray(at, end));
    at = end;
  }
  return reading.tally();
}

/** A small generator with a fixed seed: cuts are random and the same in every run. */
function randomSizes(seed: number, most: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return 1 + (state % most);
  };
}

const always = (size: number) => () => size;

describe.each<[string, Direction]>([
  ['whole-session', 'fromHost'],
  ['whole-session', 'fromPlugin'],
  ['go-plugin-session', 'fromHost'],
  ['go-plugin-session', 'fromPlugin'],
])('%s, %s', (name, direction) => {
  const bytes = bytesOf(name, direction);
  const whole = readIn(bytes, always(bytes.length));

  it('decodes to the last byte', () => {
    expect(whole.undecoded).toBe(0);
    expect(whole).toMatchSnapshot();
  });

  it('reads the same cut at every byte boundary', () => {
    expect(readIn(bytes, always(1))).toEqual(whole);
  });

  it.each([2, 3, 5, 7, 11, 12, 13, 64, 1021, 4096])('reads the same in pieces of %i bytes', (size) => {
    expect(readIn(bytes, always(size))).toEqual(whole);
  });

  it.each([1, 2, 3])('reads the same cut at random, seed %i', (seed) => {
    expect(readIn(bytes, randomSizes(seed, 97))).toEqual(whole);
  });
});

describe.each<[string, Direction]>([
  ['flow-2mb', 'fromHost'],
  ['flow-2mb', 'fromPlugin'],
])('%s, %s', (name, direction) => {
  it('reads the same however it is cut', () => {
    const bytes = bytesOf(name, direction);
    const whole = readIn(bytes, always(bytes.length));
    expect(whole.undecoded).toBe(0);
    expect(whole.values).toBeGreaterThan(0);
    for (const size of [997, 4093, 65_536, 262_144]) expect(readIn(bytes, always(size))).toEqual(whole);
  });
});
