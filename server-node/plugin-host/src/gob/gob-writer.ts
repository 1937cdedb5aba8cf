import { ByteWriter } from './byte-writer.ts';
import { writeDefinition } from './definition.ts';
import { GobError } from './gob-error.ts';
import type { AnyGobType, GobType, Shape } from './gob-type.ts';
import { any, bool, float, int, list, map, shapeOf, string } from './gob-type.ts';
import { goNameOf } from './go-named.ts';
import type { ValueWriter } from './value-writer.ts';
import { describe, writerOf } from './value-writer.ts';
import { BUILT_IN } from './wire-type.ts';

const FIRST_OWN_ID = 65;
const MAX_DEPTH = 100;
/** Scratch of all writers: encoding never waits. */
const DEFINITIONS = new ByteWriter();
const VALUES = new ByteWriter();
/** What stands before the length of a scalar in an interface slot: the Go name and the built-in id. */
const STRING = nameAndId('string', BUILT_IN.string);
const FLOAT64 = nameAndId('float64', BUILT_IN.float);
const BOOL = nameAndId('bool', BUILT_IN.bool);
const ANY_LIST = list(any);
const ANY_MAP = map(any);

export interface GobWriterOptions {
  /** Types that may stand in interface slots under a Go name. */
  readonly registered?: ReadonlyMap<string, AnyGobType>;
}

/**
 * Encodes one direction of one gob stream. All definitions that a value needs go out before it, each as a message,
 * and the value is one message: a receiver that refuses the value has not lost the stream.
 */
export class GobWriter {
  readonly #ids = new Map<Shape, number>();
  readonly #definitions = DEFINITIONS;
  readonly #values = VALUES;
  readonly #registered: ReadonlyMap<string, AnyGobType>;
  #nextId = FIRST_OWN_ID;
  #depth = 0;

  constructor(options: GobWriterOptions = {}) {
    this.#registered = options.registered ?? new Map();
  }

  /**
   * The bytes of `value` with the definitions it needs.
   * @throws {GobError} recoverable, with the path of the wrong field; the stream is as it was before
   */
  encode<Out, In>(type: GobType<Out, In>, value: In): Buffer {
    return this.#message(type, value).take();
  }

  /** The bytes of two values in one piece, as {@link encode} has them; when either is refused, neither is sent. */
  encodeBoth<Out, In, OtherOut, OtherIn>(
    first: readonly [type: GobType<Out, In>, value: In],
    second: readonly [type: GobType<OtherOut, OtherIn>, value: OtherIn],
  ): Buffer {
    const known = this.#nextId;
    this.#message(...first);
    return this.#message(...second, known).take();
  }

  /** @param known below it, types stay known when this value is refused */
  #message(type: AnyGobType, value: unknown, known = this.#nextId): ByteWriter {
    try {
      this.#value(type, value);
    } catch (error) {
      this.#forgetFrom(known);
      throw error;
    }
    this.#definitions.raw(this.#values.bytes.subarray(0, this.#values.length));
    this.#values.length = 0;
    return this.#definitions;
  }

  writeInterface(value: unknown): void {
    if (value === null || value === undefined) return this.#values.byte(0);
    if (++this.#depth > MAX_DEPTH)
      throw new GobError(`expected at most ${MAX_DEPTH} levels, or no circle`, true);
    this.#interface(value);
    this.#depth--;
  }

  #value(type: AnyGobType, value: unknown): void {
    const out = this.#values;
    const start = out.openLength();
    this.#depth = 0;
    out.int(this.#idOf(shapeOf(type)));
    if (shapeOf(type).kind !== 'struct') out.byte(0);
    writerOf(type).write(out, value, this);
    out.closeLength(start);
  }

  #interface(value: unknown): void {
    if (typeof value === 'string') return this.#scalar(STRING, writerOf(string), value);
    if (typeof value === 'number') return this.#scalar(FLOAT64, writerOf(float), value);
    if (typeof value === 'boolean') return this.#scalar(BOOL, writerOf(bool), value);
    if (typeof value === 'bigint') return this.#named('int64', int, value);
    if (typeof value !== 'object')
      throw new GobError(`expected a value that JSON has, got ${describe(value)}`, true);
    const name = goNameOf(value as object);
    if (name !== undefined) return this.#named(name, this.#registeredType(name), value);
    if (Array.isArray(value)) return this.#named('[]interface {}', ANY_LIST, value);
    if (value instanceof Uint8Array) throw new GobError('expected a value that JSON has, got bytes', true);
    if (value instanceof Date) return this.#named('string', string, value.toISOString());
    this.#named('map[string]interface {}', ANY_MAP, value);
  }

  #scalar(nameAndId: Uint8Array, writer: ValueWriter, value: unknown): void {
    const out = this.#values;
    out.raw(nameAndId);
    const start = out.openLength();
    out.byte(0);
    writer.write(out, value, this);
    out.closeLength(start);
  }

  #named(name: string, type: unknown, value: unknown): void {
    const shape = shapeOf(type as AnyGobType);
    const out = this.#values;
    out.text(name);
    out.int(this.#idOf(shape));
    const start = out.openLength();
    if (shape.kind !== 'struct') out.byte(0);
    writerOf(type as AnyGobType).write(out, value, this);
    out.closeLength(start);
  }

  #registeredType(name: string): AnyGobType {
    const type = this.#registered.get(name);
    if (type === undefined) throw new GobError(`expected a type that Mattermost knows, got ${name}`, true);
    return type;
  }

  #idOf(shape: Shape): number {
    if (shape.kind === 'nullable') return this.#idOf(shapeOf(shape.of));
    const builtIn = BUILT_IN[shape.kind as keyof typeof BUILT_IN] as number | undefined;
    return builtIn ?? this.#ids.get(shape) ?? this.#define(shape);
  }

  /** The id is taken first: types may contain themselves. Inner definitions go out before this one. */
  #define(shape: Shape): number {
    const id = this.#nextId++;
    this.#ids.set(shape, id);
    for (const inner of innerTypes(shape)) this.#idOf(shapeOf(inner));
    writeDefinition(this.#definitions, id, shape, (inner) => this.#idOf(inner));
    return id;
  }

  #forgetFrom(firstId: number): void {
    for (const [shape, id] of this.#ids) if (id >= firstId) this.#ids.delete(shape);
    this.#nextId = firstId;
    this.#definitions.length = 0;
    this.#values.length = 0;
  }
}

function innerTypes(shape: Shape): readonly AnyGobType[] {
  if (shape.kind === 'struct') return shape.fields.map(({ type }) => type);
  return shape.kind === 'list' || shape.kind === 'map' ? [shape.of] : [];
}

function nameAndId(name: string, id: number): Uint8Array {
  const out = new ByteWriter();
  out.text(name);
  out.int(id);
  return out.take();
}
