import type { AnyGobType, Shape, StructField, StructShape } from '../../src/gob/gob-type.ts';
import { any, int, lazy, list, map, shapeOf, string, struct } from '../../src/gob/gob-type.ts';

/** A type as an older program declares it, which does not know all of its fields. */
export const asOlder = (type: AnyGobType, knows: (struct: string, field: string) => boolean): AnyGobType =>
  redeclared(type, ({ name, fields }) => fields.filter((field) => knows(name, field.name)));

/** A type as a newer program declares it: between the fields of each struct and after them stand others. */
export const asNewer = (type: AnyGobType): AnyGobType =>
  redeclared(type, ({ fields }) => [{ name: 'NewFirst', type: string }, ...fields, ...NEW_FIELDS]);

const newStruct = struct('NewStruct', { Inner: list(string), More: map(any) });
const NEW_FIELDS: readonly StructField[] = [
  { name: 'NewNumber', type: int },
  { name: 'NewAny', type: any },
  { name: 'NewList', type: list(newStruct) },
  { name: 'NewMap', type: map(newStruct) },
];
const NEW_VALUES = {
  NewFirst: 'text',
  NewNumber: -(2 ** 40),
  NewAny: { deep: [1, 'two', null, true] },
  NewList: [{ Inner: ['a'], More: { k: [1.5] } }, {}],
  NewMap: { one: { Inner: ['b'] } },
};

/** The value with something in every field that {@link asNewer} has added. */
export function withNewValues(type: AnyGobType, value: unknown): unknown {
  const shape = shapeOf(type);
  if (value === null || value === undefined) return value;
  if (shape.kind === 'nullable') return withNewValues(shape.of, value);
  if (shape.kind === 'list') return (value as unknown[]).map((one) => withNewValues(shape.of, one));
  if (shape.kind === 'map') return mapped(value as object, () => shape.of);
  if (shape.kind !== 'struct') return value;
  const types = new Map(shape.fields.map(({ name, type: of }) => [name, of]));
  return { ...mapped(value as object, (name) => types.get(name) as AnyGobType), ...NEW_VALUES };
}

const mapped = (value: object, typeOf: (key: string) => AnyGobType): object =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNewValues(typeOf(key), one)]));

function redeclared(type: AnyGobType, fieldsOf: (shape: StructShape) => readonly StructField[]): AnyGobType {
  const known = new Map<Shape, AnyGobType>();
  const again = (one: AnyGobType): AnyGobType => {
    const shape = shapeOf(one);
    const made = known.get(shape) ?? remade(shape);
    known.set(shape, made);
    return made;
  };
  const inner = (of: AnyGobType) => lazy(() => again(of));
  const remade = (shape: Shape): AnyGobType => {
    if (shape.kind === 'list' || shape.kind === 'map' || shape.kind === 'nullable')
      return { shape: { kind: shape.kind, of: inner(shape.of) } };
    if (shape.kind !== 'struct') return { shape };
    const fields = fieldsOf(shape).map(({ name, type: of }) => ({ name, type: inner(of) }));
    return { shape: { kind: 'struct', name: shape.name, fields } };
  };
  return again(type);
}
