import { expect, it } from '@jest/globals';
import { GobReader } from './gob-reader.ts';
import { int, string, struct } from './gob-type.ts';
import { GobWriter } from './gob-writer.ts';

const header = struct('Header', { Seq: int });
const body = struct('Body', { Text: string });

const readAll = (bytes: Buffer) => {
  const reader = new GobReader();
  reader.push(bytes);
  return [reader.read(header)?.value, reader.read(body)?.value];
};

it('writes two values in one piece as it writes one after the other', () => {
  const [together, apart] = [new GobWriter(), new GobWriter()];
  for (const text of ['first', 'second']) {
    const both = together.encodeBoth([header, { Seq: 7 }], [body, { Text: text }]);
    expect(both).toEqual(
      Buffer.concat([apart.encode(header, { Seq: 7 }), apart.encode(body, { Text: text })]),
    );
  }
  expect(readAll(new GobWriter().encodeBoth([header, { Seq: 7 }], [body, { Text: 'x' }]))).toEqual([
    { Seq: 7 },
    { Text: 'x' },
  ]);
});

it('writes neither when the second is refused, and has forgotten both their types', () => {
  const writer = new GobWriter();
  expect(() => writer.encodeBoth([header, { Seq: 7 }], [body, { Text: 5 as never }])).toThrow('Text');
  expect(readAll(writer.encodeBoth([header, { Seq: 8 }], [body, { Text: 'x' }]))).toEqual([
    { Seq: 8 },
    { Text: 'x' },
  ]);
});
