import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { GobError } from './gob-error.ts';
import { GobReader } from './gob-reader.ts';
import { any, bool, bytes, float, int, list, map, nullable, string, struct, uint } from './gob-type.ts';
import type { GobType } from './gob-type.ts';
import { GobWriter } from './gob-writer.ts';

const inner = struct('Inner', { Name: string, Numbers: list(int) });
const everything = struct('Everything', {
  Flag: bool,
  Int: int,
  Uint: uint,
  Float: float,
  Text: string,
  Bytes: bytes,
  List: list(string),
  Map: map(int),
  Inner: inner,
  Maybe: nullable(inner),
  Any: any,
});

const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('-0'));
const anInner = fc.record({
  Name: fc.string({ unit: 'grapheme' }),
  Numbers: fc.array(fc.maxSafeInteger()),
});
const value = fc.record({
  Flag: fc.boolean(),
  Int: fc.maxSafeInteger(),
  Uint: fc.maxSafeNat(),
  Float: fc.double({ noNaN: true }).map((number) => number + 0),
  Text: fc.string({ unit: 'grapheme', maxLength: 300 }),
  Bytes: fc.uint8Array().map((array) => Buffer.from(array)),
  List: fc.array(fc.string()),
  Map: fc.dictionary(fc.string(), fc.maxSafeInteger(), { noNullPrototype: true }),
  Inner: anInner,
  Maybe: fc.option(anInner),
  Any: json,
});

function through<O, I>(type: GobType<O, I>, values: readonly I[], pieces: number): O[] {
  const writer = new GobWriter();
  const reader = new GobReader();
  const received: O[] = [];
  const bytesOf = Buffer.concat(values.map((one) => writer.encode(type, one)));
  for (let at = 0; at < bytesOf.length; at += pieces) {
    reader.push(bytesOf.subarray(at, at + pieces));
    for (let next = reader.read(type); next !== undefined; next = reader.read(type))
      received.push(next.value);
  }
  expect(reader.pendingBytes).toBe(0);
  return received;
}

describe('what is written is read again', () => {
  it('for any values of a type, however cut', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.integer({ min: 1, max: 200 }), (values, pieces) => {
        expect(through(everything, values, pieces)).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  it('for large integers beside one another, whose bytes look like lengths', () => {
    const numbers = [9007199254740988, 4503599627370496, -4503599627370497, Number.MAX_SAFE_INTEGER];
    expect(through(inner, [{ Name: '', Numbers: numbers }], 1)).toEqual([{ Name: '', Numbers: numbers }]);
  });

  it('for whatever JSON can say, inside an interface', () => {
    fc.assert(
      fc.property(json, (sent) => {
        expect(through(struct('S', { A: any }), [{ A: sent }], 7)).toEqual([{ A: sent }]);
      }),
    );
  });

  it.each([
    0,
    1,
    -1,
    63,
    64,
    -64,
    -65,
    127,
    128,
    255,
    256,
    2 ** 31,
    -(2 ** 31),
    2 ** 48,
    2 ** 52,
    2 ** 53 - 1,
    -(2 ** 53) + 1,
  ])('for the integer %d', (number) => {
    expect(through(int, [number], 100)).toEqual([number]);
  });

  it.each([2n ** 53n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 56n])(
    'for the 64-bit integer %d, exactly',
    (number) => {
      expect(through(any, [number], 100)).toEqual([number]);
    },
  );

  it('with a key named __proto__ as a plain key', () => {
    const sent = JSON.parse('{"__proto__":{"polluted":true}}') as object;
    const [received] = through(any, [sent], 100) as [object];
    expect(Object.keys(received)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what does not fit', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  it.each<[string, unknown, string]>([
    ['a number for a string', { Text: 7 }, 'Text: expected a string, got 7'],
    ['a fraction for an integer', { Int: 1.5 }, 'Int: expected a safe integer, got 1.5'],
    ['a negative for a natural number', { Uint: -1 }, 'Uint: expected an integer from 0 to 2^53, got -1'],
    ['an object for a list', { List: {} }, 'List: expected a list, got a value of type object'],
    ['null in a list of structs', { Inner: null }, 'Inner: expected an object, got null'],
    [
      'a function',
      { Any: { deep: [() => 1] } },
      'Any.deep.0: expected a value that JSON has, got a value of type function',
    ],
    ['a 65-bit integer', { Any: 2n ** 64n }, 'Any: expected a 64-bit integer'],
    ['a circle', { Any: circle }, 'expected at most 100 levels'],
  ])('is refused with the way to it: %s', (_what, wrong, message) => {
    const writer = new GobWriter();
    expect(() => writer.encode(everything, { Inner: {}, ...(wrong as object) })).toThrow(message);
    const reader = new GobReader();
    reader.push(writer.encode(everything, { Inner: {}, Text: 'next' }));
    expect(reader.read(everything)?.value.Text).toBe('next');
  });

  it('is passed over by the reader when it lies in one message', () => {
    const writer = new GobWriter();
    const reader = new GobReader();
    reader.push(writer.encode(struct('S', { A: string }), { A: 'text' }));
    reader.push(writer.encode(struct('S', { A: string }), { A: 'again' }));
    const wanted = struct('S', { A: int });
    expect(() => reader.read(wanted)).toThrow('Expected a value of kind int; the sender declared string.');
    expect(reader.read()?.value).toEqual({ A: 'again' });
  });

  it('ends the stream when a message is too long, deep or wide', () => {
    const tooLong = new GobReader({ maxMessageBytes: 100 });
    tooLong.push(Buffer.from('fe7fff', 'hex'));
    expect(() => tooLong.read()).toThrow(GobError);
    const tooWide = new GobReader({ maxElements: 10 });
    tooWide.push(new GobWriter().encode(list(int), new Array<number>(11).fill(0)));
    expect(() => tooWide.read()).toThrow('more than 10 entries');
  });
});
