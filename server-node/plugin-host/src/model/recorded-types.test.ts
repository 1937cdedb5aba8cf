import { describe, expect, it } from '@jest/globals';

import { goldenFiles } from '../../test/recordings/golden.ts';
import { API_METHODS } from '../api/api-methods.ts';
import { ByteReader } from '../gob/byte-reader.ts';
import type { AnyGobType, Shape } from '../gob/gob-type.ts';
import { shapeOf } from '../gob/gob-type.ts';
import type { WireType } from '../gob/wire-type.ts';
import { BUILT_IN, readWireType } from '../gob/wire-type.ts';
import { HOOKS } from '../hooks/hook-table.ts';
import { REGISTERED_TYPES } from './registered-types.ts';

type Definitions = Map<number, WireType>;

/** All struct types of the recordings by name; where several programs declared one, the one with the most fields: Go's. */
function recordedStructs(): Map<string, { type: WireType & { kind: 'struct' }; definitions: Definitions }> {
  const found = new Map();
  for (const defs of recordedDefinitions()) {
    const definitions: Definitions = new Map(defs.map(definition));
    for (const type of definitions.values()) {
      if (type.kind !== 'struct' || type.fields.length <= (found.get(type.name)?.type.fields.length ?? 0))
        continue;
      found.set(type.name, { type, definitions });
    }
  }
  return found;
}

function recordedDefinitions(): (readonly string[])[] {
  const all = (['api', 'hooks', 'http'] as const).flatMap((folder) => goldenFiles(folder));
  return all.flatMap(({ cases }) =>
    cases.flatMap(({ request, reply }) => [request?.args.defs ?? [], reply.body.defs]),
  );
}

function definition(hex: string): [number, WireType] {
  const reader = new ByteReader();
  reader.bytes = Buffer.from(hex, 'hex');
  reader.openMessage(reader.bytes.length, reader.bytes.length);
  return [-reader.int(), readWireType(reader)];
}

/** Our own structs, wherever they are used. */
function ownStructs(): Map<string, Shape & { kind: 'struct' }> {
  const found = new Map<string, Shape & { kind: 'struct' }>();
  const visit = (type: AnyGobType): void => {
    const shape = shapeOf(type);
    if (shape.kind === 'list' || shape.kind === 'map' || shape.kind === 'nullable') return visit(shape.of);
    if (shape.kind !== 'struct' || found.has(shape.name)) return;
    if (!['', 'Args', 'Returns'].includes(shape.name)) found.set(shape.name, shape);
    for (const field of shape.fields) visit(field.type);
  };
  for (const { argsType, returnsType } of Object.values(API_METHODS)) [argsType, returnsType].forEach(visit);
  for (const { argsType, answer } of Object.values(HOOKS)) [argsType, answer.type].forEach(visit);
  for (const type of REGISTERED_TYPES.values()) visit(type);
  return found;
}

/** The kind a type has for Go's decoder: fields must agree in it even when they are empty. */
function kindOf(id: number, definitions: Definitions): string {
  const builtIn = Object.entries(BUILT_IN).find(([, known]) => known === id)?.[0];
  if (builtIn !== undefined) return builtIn;
  const type = definitions.get(id);
  if (type === undefined) return 'unknown';
  if (type.kind === 'slice') return `list of ${kindOf(type.elem, definitions)}`;
  if (type.kind === 'map') return `map of ${kindOf(type.elem, definitions)}`;
  return type.kind;
}

function ownKindOf(type: AnyGobType): string {
  const shape = shapeOf(type);
  if (shape.kind === 'nullable') return ownKindOf(shape.of);
  if (shape.kind === 'list' || shape.kind === 'map') return `${shape.kind} of ${ownKindOf(shape.of)}`;
  return shape.kind;
}

describe('our struct types against those that Go declared', () => {
  const recorded = recordedStructs();
  const own = [...ownStructs()].filter(([name]) => recorded.has(name));

  it('covers nearly all of them', () => {
    expect(own.length).toBeGreaterThan(75);
  });

  it.each(own)('%s', (name, shape) => {
    const { type, definitions } = recorded.get(name) as ReturnType<typeof recordedStructs> extends Map<
      string,
      infer V
    >
      ? V
      : never;
    const kinds = new Map(type.fields.map((field) => [field.name, kindOf(field.id, definitions)]));
    for (const field of shape.fields) {
      expect([field.name, kinds.get(field.name)]).toEqual([field.name, ownKindOf(field.type)]);
    }
  });
});
