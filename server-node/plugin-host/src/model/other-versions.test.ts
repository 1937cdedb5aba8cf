import { describe, expect, it } from '@jest/globals';

import { hasRaw } from '../../test/host/struct-of.ts';
import { expectSubset } from '../../test/recordings/expect-subset.ts';
import type { GoldenFile, GoldenValue } from '../../test/recordings/golden.ts';
import { filesOf112, filesOf118, streamOf } from '../../test/recordings/golden.ts';
import { asNewer, asOlder, withNewValues } from '../../test/recordings/other-version.ts';
import { structsByVersion } from '../../test/recordings/recorded-structs.ts';
import { API_METHODS } from '../api/api-methods.ts';
import type { AnyGobType } from '../gob/gob-type.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import { HOOKS } from '../hooks/hook-table.ts';
import { REGISTERED_TYPES } from './registered-types.ts';

type Case = readonly [string, AnyGobType, GoldenValue | undefined];
const codec = { registered: REGISTERED_TYPES };

/** What Mattermost sends: the arguments of hooks and the replies of the API, as far as they have a type of ours. */
const received = (filesOf: (folder: 'api' | 'hooks') => GoldenFile[]): Case[] => [
  ...casesOf(filesOf('hooks'), HOOKS, ({ argsType }, { request }) => [argsType, request?.args]),
  ...casesOf(filesOf('api'), API_METHODS, ({ returnsType }, { reply }) => [returnsType, reply.body]),
];

function casesOf<Spec>(
  files: readonly GoldenFile[],
  specs: Readonly<Record<string, Spec>>,
  part: (spec: Spec, golden: GoldenFile['cases'][number]) => [AnyGobType, GoldenValue | undefined],
): Case[] {
  return files.flatMap(({ file, method, cases }) => {
    const spec = specs[method.replace('Plugin.', '')];
    if (spec === undefined) return [];
    return cases.map((golden, index): Case => [`${file} ${index}`, ...part(spec, golden)]);
  });
}

function read(type: AnyGobType, bytes: Buffer): unknown {
  const reader = new GobReader(codec);
  reader.push(bytes);
  const value = reader.read(type)?.value;
  expect(reader.pendingBytes).toBe(0);
  return value;
}

const write = (type: AnyGobType, value: unknown) => new GobWriter(codec).encode(type, value as never);

const of112 = structsByVersion()['11.2'];
const fieldsOf112 = new Map(
  [...of112].map(([name, { type }]) => [name, new Set(type.fields.map((f) => f.name))]),
);
const in112 = (name: string, field: string) => fieldsOf112.get(name)?.has(field) ?? true;

const usable = (cases: Case[]) =>
  cases.filter((one): one is [string, AnyGobType, GoldenValue] => one[2] !== undefined && !hasRaw(one[1]));
const from118 = usable(received(filesOf118));
const all = [...usable(received(filesOf112)), ...from118];

describe('a field that only one side knows', () => {
  it('is there to be tried', () => {
    const unknown = from118.filter(([, type, golden]) => {
      const whole = JSON.stringify(read(type, streamOf(golden)));
      return whole !== JSON.stringify(read(asOlder(type, in112), streamOf(golden)));
    });
    expect(unknown.length).toBeGreaterThan(60);
  });

  it.each(from118)('%s: is passed over by a plugin that was made for 11.2', (_file, type, golden) => {
    expectSubset(read(type, streamOf(golden)), read(asOlder(type, in112), streamOf(golden)));
  });

  it.each(from118)('%s: is passed over by Mattermost 11.2', (_file, type, golden) => {
    const whole = read(type, streamOf(golden));
    const understood = read(asOlder(type, in112), write(type, whole));
    expect(understood).toEqual(read(asOlder(type, in112), streamOf(golden)));
  });

  it.each(all)('%s: is passed over when Mattermost is newer still', (_file, type, golden) => {
    const whole = read(type, streamOf(golden));
    expect(read(type, write(asNewer(type), withNewValues(type, whole)))).toEqual(whole);
  });
});
