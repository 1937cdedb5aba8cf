import { describe, expect, it } from '@jest/globals';

import { annotatingReader, spelled, withoutMarshalerNames } from '../../test/recordings/annotated.ts';
import type { GoldenCase, GoldenFile, GoldenFolder, GoldenValue } from '../../test/recordings/golden.ts';
import { filesOf112, goldenFiles, recordedJson, streamOf } from '../../test/recordings/golden.ts';
import { GobReader } from './gob-reader.ts';

const partsOf = ({ request, reply }: GoldenCase): [string, GoldenValue | undefined][] => [
  ['request header', request?.header],
  ['arguments', request?.args],
  ['reply header', reply.header],
  ['reply', reply.body],
];

const casesOf = (filesOf: (folder: GoldenFolder) => GoldenFile[]) =>
  (['api', 'control', 'hooks', 'http'] as const)
    .flatMap((folder) => filesOf(folder))
    .flatMap(({ file, cases: golden }) =>
      golden.flatMap((one, index) =>
        partsOf(one).flatMap(([part, value]) =>
          value === undefined ? [] : [[`${file} ${index} (${one.source})`, part, value] as const],
        ),
      ),
    );
const cases = casesOf(goldenFiles);

function decoded(bytes: Buffer, pieces: Iterable<Buffer>): unknown {
  const reader = annotatingReader();
  let result: { value: unknown } | undefined;
  for (const piece of pieces) {
    expect(result).toBeUndefined();
    reader.push(piece);
    result = reader.read();
  }
  expect(reader.pendingBytes).toBe(0);
  expect(bytes.length).toBeGreaterThan(0);
  return spelled(result?.value);
}

const byteWise = (bytes: Buffer): Buffer[] =>
  Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));

describe('the gob reader on recorded values', () => {
  it('has all of them', () => {
    expect(cases.length).toBeGreaterThan(1800);
  });

  it.each(cases)('%s: %s', (_file, _part, golden) => {
    const bytes = streamOf(golden);
    expect(decoded(bytes, [bytes])).toEqual(withoutMarshalerNames(golden.value));
  });

  it('reads the same when every byte comes alone', () => {
    for (const [, , golden] of casesOf(filesOf112).filter(([, , { message }]) => message.length < 20_000)) {
      const bytes = streamOf(golden);
      expect(decoded(bytes, byteWise(bytes))).toEqual(withoutMarshalerNames(golden.value));
    }
  });

  it('leaves out password and second factor, and nothing else', () => {
    const user = goldenFiles('api').find(({ file }) => file.includes('GetUser.'))?.cases[0]?.reply
      .body as GoldenValue;
    const reader = new GobReader();
    reader.push(streamOf(user));
    const { A } = reader.read()?.value as { A: Record<string, unknown> };
    const { Password, ...rest } = (user.value as { A: Record<string, unknown> }).A;
    expect(Password).toMatch(/^\$pbkdf2/);
    expect(A).toEqual(rest);
  });
});

interface Synthetic {
  readonly cases: readonly { method: string; header: string; args: string }[];
}

describe('the gob reader on values written by Go itself', () => {
  const { cases: synthetic } = recordedJson('hooks-synthetic.json.gz') as Synthetic;

  it.each(synthetic.map(({ method, header, args }) => [method, header, args]))(
    '%s',
    (method, header, args) => {
      const bytes = Buffer.from(header + args, 'hex');
      const reader = annotatingReader();
      reader.push(bytes);
      expect(reader.read()?.value).toMatchObject({ ServiceMethod: method });
      const whole = spelled(reader.read()?.value);
      expect(reader.pendingBytes).toBe(0);
      expect(whole).toMatchSnapshot();
      const slow = annotatingReader();
      const values: unknown[] = [];
      for (const byte of byteWise(bytes)) {
        slow.push(byte);
        for (let next = slow.read(); next !== undefined; next = slow.read()) values.push(next.value);
      }
      expect(values).toHaveLength(2);
      expect(spelled(values[1])).toEqual(whole);
    },
  );
});
