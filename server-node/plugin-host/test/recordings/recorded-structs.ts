import { ByteReader } from '../../src/gob/byte-reader.ts';
import type { WireType } from '../../src/gob/wire-type.ts';
import { readWireType } from '../../src/gob/wire-type.ts';
import type { GoldenFile } from './golden.ts';
import { filesOf112, filesOf118 } from './golden.ts';

export type Definitions = Map<number, WireType>;

export interface RecordedStruct {
  readonly type: WireType & { kind: 'struct' };
  readonly definitions: Definitions;
}

/** All struct types of some recordings by name; where several programs declared one, the one with the most fields: Go's. */
export function recordedStructs(files: readonly GoldenFile[]): Map<string, RecordedStruct> {
  const found = new Map<string, RecordedStruct>();
  for (const defs of recordedDefinitions(files)) {
    const definitions: Definitions = new Map(defs.map(definition));
    for (const type of definitions.values()) {
      if (type.kind !== 'struct' || type.fields.length <= (found.get(type.name)?.type.fields.length ?? 0))
        continue;
      found.set(type.name, { type, definitions });
    }
  }
  return found;
}

function recordedDefinitions(files: readonly GoldenFile[]): (readonly string[])[] {
  return files.flatMap(({ cases }) =>
    cases.flatMap(({ request, reply }) => [request?.args.defs ?? [], reply.body.defs]),
  );
}

function definition(hex: string): [number, WireType] {
  const reader = new ByteReader();
  reader.bytes = Buffer.from(hex, 'hex');
  reader.openMessage(reader.bytes.length, reader.bytes.length);
  return [-reader.int(), readWireType(reader)];
}

/** What Go declared, by version of Mattermost. */
export const structsByVersion = () => ({
  '11.2': recordedStructs((['api', 'hooks', 'http'] as const).flatMap((folder) => filesOf112(folder))),
  '11.8': recordedStructs((['api', 'hooks'] as const).flatMap((folder) => filesOf118(folder))),
});
