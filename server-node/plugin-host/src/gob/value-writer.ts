import type { ByteWriter } from './byte-writer.ts';
import { GobError } from './gob-error.ts';
import type { AnyGobType, ScalarKind, Shape, StructShape } from './gob-type.ts';
import { shapeOf } from './gob-type.ts';

/** Writes an interface slot; it needs the stream's type ids. */
export interface InterfaceWriter {
  writeInterface(value: unknown): void;
}

export type WriteValue = (out: ByteWriter, value: unknown, stream: InterfaceWriter) => void;

/** How one kind of value is written, and whether a value is the zero that gob leaves out of structs. */
export interface ValueWriter {
  readonly write: WriteValue;
  readonly isZero: (value: unknown) => boolean;
}

const writers = new WeakMap<Shape, ValueWriter>();

export function writerOf(type: AnyGobType): ValueWriter {
  const shape = shapeOf(type);
  let writer = writers.get(shape);
  if (writer === undefined) writers.set(shape, (writer = compile(shape)));
  return writer;
}

function compile(shape: Shape): ValueWriter {
  switch (shape.kind) {
    case 'struct':
      return { write: structWriter(shape), isZero: () => false };
    case 'list':
      return { write: listWriter(shape.of), isZero: (value) => isNil(value) || (value as []).length === 0 };
    case 'map':
      return { write: mapWriter(shape.of), isZero: isNil };
    case 'nullable':
      return nullableWriter(shape.of);
    case 'any':
      return { write: (_out, value, stream) => stream.writeInterface(value), isZero: isNil };
    case 'url':
      return SCALARS.string;
    case 'raw':
    case 'lazy':
      throw new GobError(`A type of kind ${shape.kind} can only be received.`, true);
    default:
      return SCALARS[shape.kind];
  }
}

const isNil = (value: unknown) => value === undefined || value === null;
const isZeroNumber = (value: unknown) => isNil(value) || value === 0;

const SCALARS: Record<ScalarKind, ValueWriter> = {
  bool: {
    write: (out, value) => out.byte(checked('boolean', value) ? 1 : 0),
    isZero: (v) => isNil(v) || v === false,
  },
  int: { write: writeInt, isZero: (value) => isZeroNumber(value) || value === 0n },
  uint: { write: (out, value) => out.uint(natural(value)), isZero: isZeroNumber },
  float: {
    write: (out, value) => out.float(checked('number', value)),
    isZero: (v) => isNil(v) || Object.is(v, 0),
  },
  string: { write: (out, value) => out.text(checked('string', value)), isZero: (v) => isNil(v) || v === '' },
  bytes: { write: writeBytes, isZero: (value) => isNil(value) || (value as Uint8Array).length === 0 },
};

interface Primitives {
  boolean: boolean;
  number: number;
  string: string;
}

function checked<K extends keyof Primitives>(kind: K, value: unknown): Primitives[K] {
  if (typeof value !== kind) throw new GobError(`expected a ${kind}, got ${describe(value)}`, true);
  return value as Primitives[K];
}

function natural(value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new GobError(`expected an integer from 0 to 2^53, got ${describe(value)}`, true);
}

function writeInt(out: ByteWriter, value: unknown): void {
  if (typeof value === 'bigint') return writeBigInt(out, value);
  if (!Number.isSafeInteger(value))
    throw new GobError(`expected a safe integer, got ${describe(value)}`, true);
  out.int(value as number);
}

export function writeBigInt(out: ByteWriter, value: bigint): void {
  if (BigInt.asIntN(64, value) !== value) throw new GobError(`expected a 64-bit integer, got ${value}`, true);
  out.bigInt(value);
}

function writeBytes(out: ByteWriter, value: unknown): void {
  if (typeof value === 'string') return out.text(value);
  if (!(value instanceof Uint8Array)) throw new GobError(`expected bytes, got ${describe(value)}`, true);
  out.blob(value);
}

function nullableWriter(of: AnyGobType): ValueWriter {
  const inner = writerOf(of);
  return { write: inner.write, isZero: (value) => isNil(value) || inner.isZero(value) };
}

function listWriter(of: AnyGobType): WriteValue {
  const element = lazily(of);
  return (out, value, stream) => {
    if (!Array.isArray(value)) throw new GobError(`expected a list, got ${describe(value)}`, true);
    out.uint(value.length);
    let index = 0;
    try {
      for (; index < value.length; index++) element().write(out, value[index], stream);
    } catch (error) {
      throw onTheWay(index, error);
    }
  };
}

function mapWriter(of: AnyGobType): WriteValue {
  const element = lazily(of);
  return (out, value, stream) => {
    const source = plainObject(value);
    const keys = Object.keys(source).filter((key) => source[key] !== undefined);
    out.uint(keys.length);
    let index = 0;
    try {
      for (; index < keys.length; index++) {
        out.text(keys[index] as string);
        element().write(out, source[keys[index] as string], stream);
      }
    } catch (error) {
      throw onTheWay(keys[index] as string, error);
    }
  };
}

interface FieldWriter {
  readonly name: string;
  readonly writer: ValueWriter;
}

function structWriter(shape: StructShape): WriteValue {
  let fields: FieldWriter[] | undefined;
  return (out, value, stream) => {
    fields ??= shape.fields.map(({ name, type }) => ({ name, writer: writerOf(type) }));
    writeFields(fields, plainObject(value), out, stream);
    out.byte(0);
  };
}

function writeFields(
  fields: readonly FieldWriter[],
  source: Record<string, unknown>,
  out: ByteWriter,
  stream: InterfaceWriter,
): void {
  let written = -1;
  let index = 0;
  try {
    for (; index < fields.length; index++) {
      const { name, writer } = fields[index] as FieldWriter;
      const field = source[name];
      if (writer.isZero(field)) continue;
      out.uint(index - written);
      written = index;
      writer.write(out, field, stream);
    }
  } catch (error) {
    throw onTheWay((fields[index] as FieldWriter).name, error);
  }
}

/** Puts the name of an entry in front of what was wrong in it. */
function onTheWay(key: string | number, error: unknown): unknown {
  if (!(error instanceof GobError)) return error;
  return new GobError(`${key}${error.message.startsWith('expected') ? ': ' : '.'}${error.message}`, true);
}

function lazily(type: AnyGobType): () => ValueWriter {
  let writer: ValueWriter | undefined;
  return () => (writer ??= writerOf(type));
}

export function plainObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GobError(`expected an object, got ${describe(value)}`, true);
  }
  return value as Record<string, unknown>;
}

export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
