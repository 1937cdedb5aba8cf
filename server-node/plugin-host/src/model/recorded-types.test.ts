import { describe, expect, it } from '@jest/globals';

import type { Definitions, RecordedStruct } from '../../test/recordings/recorded-structs.ts';
import { structsByVersion } from '../../test/recordings/recorded-structs.ts';
import { API_METHODS } from '../api/api-methods.ts';
import type { AnyGobType, Shape } from '../gob/gob-type.ts';
import { shapeOf } from '../gob/gob-type.ts';
import { BUILT_IN } from '../gob/wire-type.ts';
import { HOOKS } from '../hooks/hook-table.ts';
import { REGISTERED_TYPES } from './registered-types.ts';

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

const VERSIONS = structsByVersion();
const OWN = [...ownStructs()];

function kindsOf({ type, definitions }: RecordedStruct): Map<string, string> {
  return new Map(type.fields.map(({ name, id }) => [name, kindOf(id, definitions)]));
}

describe.each(Object.entries(VERSIONS))(
  'our struct types against those of Mattermost %s',
  (_version, recorded) => {
    const known = OWN.flatMap(([name, shape]) => {
      const theirs = recorded.get(name);
      return theirs === undefined ? [] : [[name, shape, kindsOf(theirs)] as const];
    });

    it('covers nearly all of them', () => {
      expect(known.length).toBeGreaterThan(75);
    });

    it.each(known)('%s: what both declare is of one kind', (_name, shape, kinds) => {
      for (const { name, type } of shape.fields.filter((field) => kinds.has(field.name))) {
        expect([name, kinds.get(name)]).toEqual([name, ownKindOf(type)]);
      }
    });
  },
);

describe('our struct types', () => {
  it.each(OWN.filter(([name]) => VERSIONS['11.2'].has(name)))(
    '%s: each field is one of Go’s',
    (name, shape) => {
      const theirs = Object.values(VERSIONS).map((recorded) => recorded.get(name)?.type.fields ?? []);
      const declared = theirs.flat().map((field) => field.name);
      expect(declared).toEqual(expect.arrayContaining(shape.fields.map((field) => field.name)));
    },
  );
});
