import type { ByteReader } from './byte-reader.ts';
import { GobError } from './gob-error.ts';
import type { AnyGobType, Shape } from './gob-type.ts';
import { shapeOf } from './gob-type.ts';
import { setOwn } from './set-own.ts';
import type { WireType } from './wire-type.ts';
import { BUILT_IN } from './wire-type.ts';
import { zeroMaker } from './zero-value.ts';

export type ReadValue = (reader: ByteReader) => unknown;

/** What a plan needs from the stream it reads. */
export interface PlanContext {
  wireType(id: number): WireType;
  plan(id: number, type?: AnyGobType): ReadValue;
  readInterface: ReadValue;
  isSecret(structName: string, fieldName: string): boolean;
  marshaled(name: string, bytes: Buffer): unknown;
  /** Enters a list, map or struct of `elements` entries; throws when a value is too deep or too large. */
  enter(elements: number): void;
  leave(): void;
}

export const SCALARS: Readonly<Record<number, ReadValue>> = {
  [BUILT_IN.bool]: (reader) => reader.bool(),
  [BUILT_IN.int]: (reader) => reader.exactInt(),
  [BUILT_IN.uint]: (reader) => reader.uint(),
  [BUILT_IN.float]: (reader) => reader.float(),
  [BUILT_IN.bytes]: (reader) => Buffer.from(reader.take(reader.uint())),
  [BUILT_IN.string]: (reader) => reader.text(),
};
const readNumber: ReadValue = (reader) => reader.int();

/** Compiles how to read values of wire type `id`; with `type` the result has that type's fields, else the sender's. */
export function compilePlan(context: PlanContext, id: number, type: AnyGobType | undefined): ReadValue {
  const shape = type === undefined ? undefined : shapeOf(type);
  if (shape?.kind === 'nullable') return compilePlan(context, id, shape.of);
  const expected = shape?.kind === 'raw' ? undefined : shape;
  const builtIn = id === BUILT_IN.any ? context.readInterface : SCALARS[id];
  if (builtIn !== undefined) return scalarPlan(id, builtIn, expected);
  return compositePlan(context, context.wireType(id), expected);
}

function scalarPlan(id: number, read: ReadValue, expected: Shape | undefined): ReadValue {
  if (expected === undefined) return read;
  if (BUILT_IN[expected.kind as keyof typeof BUILT_IN] !== id) throw mismatch(expected, nameOfBuiltIn(id));
  return expected.kind === 'int' ? readNumber : read;
}

function compositePlan(context: PlanContext, wire: WireType, expected: Shape | undefined): ReadValue {
  switch (wire.kind) {
    case 'struct':
      return structPlan(context, wire, expected);
    case 'map':
      return mapPlan(context, wire, elementOf(expected, 'map', wire));
    case 'marshaler':
      return marshalerPlan(context, wire, expected);
    default:
      return listPlan(context, wire.elem, elementOf(expected, 'list', wire));
  }
}

function elementOf(
  expected: Shape | undefined,
  kind: 'list' | 'map',
  wire: WireType,
): AnyGobType | undefined {
  if (expected === undefined) return undefined;
  if (expected.kind !== kind) throw mismatch(expected, wire.kind);
  return expected.of;
}

function listPlan(context: PlanContext, elem: number, type: AnyGobType | undefined): ReadValue {
  const read = context.plan(elem, type);
  return (reader) => {
    const count = reader.uint();
    context.enter(count);
    const values: unknown[] = [];
    for (let index = 0; index < count; index++) values.push(read(reader));
    context.leave();
    return values;
  };
}

function mapPlan(
  context: PlanContext,
  wire: { key: number; elem: number },
  type: AnyGobType | undefined,
): ReadValue {
  const readKey = context.plan(wire.key);
  const readElem = context.plan(wire.elem, type);
  return (reader) => {
    const count = reader.uint();
    context.enter(count);
    const values: Record<string, unknown> = {};
    for (let index = 0; index < count; index++) setOwn(values, String(readKey(reader)), readElem(reader));
    context.leave();
    return values;
  };
}

function marshalerPlan(context: PlanContext, wire: { name: string }, expected: Shape | undefined): ReadValue {
  if (expected === undefined)
    return (reader) => context.marshaled(wire.name, Buffer.from(reader.take(reader.uint())));
  if (expected.kind !== 'url') throw mismatch(expected, 'a type that writes itself');
  return (reader) => reader.text();
}

interface FieldPlan {
  readonly name: string;
  readonly read: ReadValue;
  readonly kept: boolean;
}

function structPlan(
  context: PlanContext,
  wire: WireType & { kind: 'struct' },
  expected: Shape | undefined,
): ReadValue {
  if (expected !== undefined && expected.kind !== 'struct') throw mismatch(expected, wire.kind);
  const declared = new Map(expected?.fields.map(({ name, type }) => [name, type]));
  const fields = wire.fields.map(({ name, id }): FieldPlan => {
    const kept =
      (expected === undefined ? name !== '__proto__' : declared.has(name)) &&
      !context.isSecret(wire.name, name);
    return { name, kept, read: context.plan(id, kept ? declared.get(name) : undefined) };
  });
  const make =
    expected === undefined ? () => ({}) : (zeroMaker({ shape: expected }) as () => Record<string, unknown>);
  return (reader) => readStruct(context, reader, fields, make());
}

function readStruct(
  context: PlanContext,
  reader: ByteReader,
  fields: readonly FieldPlan[],
  value: Record<string, unknown>,
): unknown {
  context.enter(1);
  let index = -1;
  for (let delta = reader.uint(); delta !== 0; delta = reader.uint()) {
    index += delta;
    const field = fields[index];
    if (field === undefined) throw new GobError(`A struct of ${fields.length} fields has no field ${index}.`);
    const read = field.read(reader);
    if (field.kept) value[field.name] = read;
  }
  context.leave();
  return value;
}

function nameOfBuiltIn(id: number): string {
  return Object.entries(BUILT_IN).find(([, known]) => known === id)?.[0] ?? `type ${id}`;
}

const mismatch = (expected: Shape, got: string) =>
  new GobError(`Expected a value of kind ${expected.kind}; the sender declared ${got}.`);
