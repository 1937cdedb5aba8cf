import type { ByteWriter } from './byte-writer.ts';
import type { Shape, StructShape } from './gob-type.ts';
import { shapeOf } from './gob-type.ts';
import { BUILT_IN } from './wire-type.ts';

type IdOf = (shape: Shape) => number;

/** Writes the definition of type `id` as a message of its own. */
export function writeDefinition(out: ByteWriter, id: number, shape: Shape, idOf: IdOf): void {
  const start = out.openLength();
  out.int(-id);
  if (shape.kind === 'struct') writeStruct(out, id, shape, idOf);
  else if (shape.kind === 'list') writeContainer(out, 2, id, [idOf(shapeOf(shape.of))]);
  else if (shape.kind === 'map') writeContainer(out, 4, id, [BUILT_IN.string, idOf(shapeOf(shape.of))]);
  else writeMarshaler(out, id);
  out.closeLength(start);
}

function writeStruct(out: ByteWriter, id: number, shape: StructShape, idOf: IdOf): void {
  out.byte(3);
  writeCommonType(out, shape.name, id);
  if (shape.fields.length > 0) out.byte(1);
  if (shape.fields.length > 0) out.uint(shape.fields.length);
  for (const field of shape.fields) {
    out.byte(1);
    out.text(field.name);
    out.byte(1);
    out.int(idOf(shapeOf(field.type)));
    out.byte(0);
  }
  endTwice(out);
}

/** SliceT is wireType's field 1, MapT field 3; both are a CommonType and then element ids. */
function writeContainer(out: ByteWriter, delta: number, id: number, ids: number[]): void {
  out.byte(delta);
  writeCommonType(out, '', id);
  for (const element of ids) {
    out.byte(1);
    out.int(element);
  }
  endTwice(out);
}

/** BinaryMarshalerT, field 5: what `*url.URL` is. */
function writeMarshaler(out: ByteWriter, id: number): void {
  out.byte(6);
  writeCommonType(out, 'URL', id);
  endTwice(out);
}

function writeCommonType(out: ByteWriter, name: string, id: number): void {
  out.byte(1);
  if (name !== '') {
    out.byte(1);
    out.text(name);
  }
  out.byte(name === '' ? 2 : 1);
  out.int(id);
  out.byte(0);
}

function endTwice(out: ByteWriter): void {
  out.byte(0);
  out.byte(0);
}
