/**
 * A type as our side declares it. `Out` is what decoding gives (every field present), `In` what may be encoded
 * (absent means zero).
 */
export interface GobType<Out, In = Out> {
  readonly shape: Shape;
  /** Never set: carries the types only. */
  readonly carries?: { out: Out; in: In };
}

export type AnyGobType = GobType<unknown>;
export type OutOf<T> = T extends GobType<infer Out, unknown> ? Out : never;
export type InOf<T> = T extends GobType<unknown, infer In> ? In : never;

export type ScalarKind = 'bool' | 'int' | 'uint' | 'float' | 'bytes' | 'string';

export type Shape =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'any' | 'url' | 'raw' }
  | { readonly kind: 'list' | 'map' | 'nullable'; readonly of: AnyGobType }
  | { readonly kind: 'lazy'; readonly resolve: () => AnyGobType }
  | StructShape;

export interface StructShape {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly StructField[];
}

export interface StructField {
  readonly name: string;
  readonly type: AnyGobType;
}

type Fields = Readonly<Record<string, AnyGobType>>;
export type StructOut<F extends Fields> = { -readonly [K in keyof F]: OutOf<F[K]> };
export type StructIn<F extends Fields> = { readonly [K in keyof F]?: InOf<F[K]> | undefined };

const scalar = <T>(kind: ScalarKind): GobType<T> => ({ shape: { kind } });

export const bool = scalar<boolean>('bool');
/** Any signed Go integer. Decoded as a number: beyond 2^53 the nearest one, as `JSON.parse` does. */
export const int = scalar<number>('int');
export const uint = scalar<number>('uint');
export const float = scalar<number>('float');
export const string = scalar<string>('string');
/** `[]byte`; a nil and an empty one look alike on the wire, both arrive empty. */
export const bytes: GobType<Buffer, Uint8Array | string> = { shape: { kind: 'bytes' } };
/**
 * A Go `interface{}`: null, string, boolean, number (float64), bigint (int64), list or plain object.
 * An empty list inside an object reaches browsers as null: Mattermost loses it.
 */
export const any: GobType<unknown> = { shape: { kind: 'any' } };
/** `*url.URL`, which travels as text. */
export const url: GobType<string> = { shape: { kind: 'url' } };
/** Whatever the sender declares, with only the fields it sent. Receive only. */
export const raw: GobType<unknown, never> = { shape: { kind: 'raw' } };

const remembered = { list: new WeakMap<object, object>(), map: new WeakMap<object, object>() };

function wrapping(kind: 'list' | 'map', of: AnyGobType): object {
  const known = remembered[kind].get(of) ?? { shape: { kind, of } };
  remembered[kind].set(of, known);
  return known;
}

export const list = <O, I>(of: GobType<O, I>) => wrapping('list', of) as GobType<O[], readonly I[]>;

/** A Go map with string keys. */
export const map = <O, I>(of: GobType<O, I>) =>
  wrapping('map', of) as GobType<Record<string, O>, Readonly<Record<string, I>>>;

/** A Go pointer that may be nil. Without it a struct is a pointer that must be there. */
export const nullable = <O, I>(of: GobType<O, I>): GobType<O | null, I | null> => ({
  shape: { kind: 'nullable', of },
});

/** For types that contain themselves. */
export const lazy = <O, I>(resolve: () => GobType<O, I>): GobType<O, I> => ({
  shape: { kind: 'lazy', resolve },
});

/** `name` is informational on the wire; Go matches fields by name. Unknown fields of the sender are skipped. */
export function struct<F extends Fields>(name: string, fields: F): GobType<StructOut<F>, StructIn<F>> {
  const declared = Object.entries(fields).map(([field, type]) => ({ name: field, type }));
  return { shape: { kind: 'struct', name, fields: declared } };
}

export const emptyStruct = struct('', {});

export function shapeOf(type: { readonly shape: Shape }): Shape {
  return type.shape.kind === 'lazy' ? shapeOf(type.shape.resolve()) : type.shape;
}
