import type { AnyGobType } from '../../src/gob/gob-type.ts';
import { any, bool, bytes, float, int, list, map, raw, string, struct } from '../../src/gob/gob-type.ts';

/** Whether a type leaves a part of itself to the sender: then it cannot be written as it stands. */
export const hasRaw = ({ shape }: AnyGobType): boolean =>
  shape === raw.shape || (shape.kind === 'struct' && shape.fields.some(({ type }) => hasRaw(type)));

/** The Go type that a plain value would have in Mattermost's configuration: objects become structs. */
export function typeOfValue(value: unknown): AnyGobType {
  if (typeof value === 'string') return string;
  if (typeof value === 'boolean') return bool;
  if (typeof value === 'number') return Number.isInteger(value) ? int : float;
  if (value instanceof Uint8Array) return bytes;
  if (Array.isArray(value)) return list(typeOfElements(value));
  if (value === null || typeof value !== 'object') return map(string);
  return struct(
    '',
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, typeOfValue(entry)])),
  );
}

function typeOfElements(values: readonly unknown[]): AnyGobType {
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1) return any;
  return kinds.size === 0 ? string : typeOfValue(values[0]);
}
