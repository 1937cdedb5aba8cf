import { isRecord } from './guards.ts';

/** What came cannot be understood; the message says which field, and no more, as it may hold what people wrote. */
export class Unreadable extends Error {}

/** @throws {Unreadable} */
export type Read<T> = (value: unknown) => T;

/** One reader for each field. Where a field may be missing, its reader may say `undefined`. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Read<object extends Pick<T, K> ? T[K] | undefined : T[K]>;
};

type Fits = (value: unknown) => boolean;

/** A value without which nothing can be done. */
export const required = <T>(fits: Fits): Read<T> => {
  return (value) => {
    if (fits(value)) return value as T;
    throw new Unreadable(value === undefined ? 'is missing' : 'has another form');
  };
};

/** A backend that is older, or newer, may leave the field out: then `fallback` stands for it. */
export const orElse = <T>(fits: Fits, fallback: T): Read<T> => {
  const read = required<T>(fits);
  return (value) => (value === undefined || value === null ? fallback : read(value));
};

/** Fields that this version does not know are kept. @throws {Unreadable} */
export function readFields<T extends object>(value: unknown, fields: Fields<T>): T {
  if (!isRecord(value)) throw new Unreadable('is no object');
  const read: Record<string, unknown> = { ...value };
  for (const [name, reader] of Object.entries<Read<unknown>>(fields)) {
    try {
      const part = reader(value[name]);
      if (part !== undefined) read[name] = part;
    } catch (thrown) {
      throw thrown instanceof Unreadable ? new Unreadable(`${name} ${thrown.message}`) : thrown;
    }
  }
  return read as T;
}
