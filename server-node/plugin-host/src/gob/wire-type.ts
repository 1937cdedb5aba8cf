import type { ByteReader } from './byte-reader.ts';
import { GobError } from './gob-error.ts';

/** Ids every gob stream knows without a definition. */
export const BUILT_IN = { bool: 1, int: 2, uint: 3, float: 4, bytes: 5, string: 6, any: 8 } as const;
/** The first id that a stream may define; Go starts at 64 or 65. */
export const FIRST_USER_ID = 64;

export type WireType =
  | { readonly kind: 'array' | 'slice'; readonly elem: number }
  | { readonly kind: 'map'; readonly key: number; readonly elem: number }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: readonly WireField[] }
  /** A type that writes itself (GobEncoder, BinaryMarshaler, TextMarshaler); its bytes are its own affair. */
  | { readonly kind: 'marshaler'; readonly name: string };

export interface WireField {
  readonly name: string;
  readonly id: number;
}

const MAX_FIELDS = 10_000;

/** Calls `onField` with each field number of a struct value, in order, until its end. */
export function readFields(reader: ByteReader, onField: (field: number) => void): void {
  let field = -1;
  for (let delta = reader.uint(); delta !== 0; delta = reader.uint()) {
    field += delta;
    onField(field);
  }
}

/** Reads the body of a type definition, after its negative id. The ids inside are informational. */
export function readWireType(reader: ByteReader): WireType {
  let type: WireType | undefined;
  readFields(reader, (field) => {
    if (type !== undefined) throw new GobError('A type definition holds more than one type.');
    type = readOneOf(reader, field);
  });
  if (type === undefined) throw new GobError('A type definition is empty.');
  return type;
}

function readOneOf(reader: ByteReader, field: number): WireType {
  if (field === 0) return { kind: 'array', elem: readNumbers(reader)[1] ?? 0 };
  if (field === 1) return { kind: 'slice', elem: readNumbers(reader)[1] ?? 0 };
  if (field === 2) return readStruct(reader);
  if (field === 3) return readMap(reader);
  if (field <= 6) return { kind: 'marshaler', name: readMarshaler(reader) };
  throw new GobError(`A type definition is one of 7 kinds; got number ${field}.`);
}

/** CommonType at 0, integers at the other fields. */
function readNumbers(reader: ByteReader): number[] {
  const numbers: number[] = [];
  readFields(reader, (field) => {
    if (field === 0) readCommonType(reader);
    else if (field <= 2) numbers[field] = reader.int();
    else throw new GobError(`A list or map type has at most 3 fields; got number ${field}.`);
  });
  return numbers;
}

function readMap(reader: ByteReader): WireType {
  const numbers = readNumbers(reader);
  return { kind: 'map', key: numbers[1] ?? 0, elem: numbers[2] ?? 0 };
}

function readStruct(reader: ByteReader): WireType {
  let name = '';
  let fields: WireField[] = [];
  readFields(reader, (field) => {
    if (field === 0) name = readCommonType(reader);
    else if (field === 1) fields = readFieldTypes(reader);
    else throw new GobError(`A struct type has 2 parts; got number ${field}.`);
  });
  return { kind: 'struct', name, fields };
}

function readFieldTypes(reader: ByteReader): WireField[] {
  const count = reader.uint();
  if (count > MAX_FIELDS) throw new GobError(`A struct may have ${MAX_FIELDS} fields; got ${count}.`);
  const fields: WireField[] = [];
  for (let index = 0; index < count; index++) fields.push(readNameAndId(reader));
  return fields;
}

const readCommonType = (reader: ByteReader): string => readNameAndId(reader).name;

function readMarshaler(reader: ByteReader): string {
  let name = '';
  readFields(reader, (field) => {
    if (field !== 0) throw new GobError(`A marshaler type has 1 part; got number ${field}.`);
    name = readCommonType(reader);
  });
  return name;
}

function readNameAndId(reader: ByteReader): WireField {
  let name = '';
  let id = 0;
  readFields(reader, (field) => {
    if (field === 0) name = reader.text();
    else if (field === 1) id = reader.int();
    else throw new GobError(`A name and id have 2 parts; got number ${field}.`);
  });
  return { name, id };
}
