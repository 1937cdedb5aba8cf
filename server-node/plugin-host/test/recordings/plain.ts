import { withGoName } from '../../src/gob/go-named.ts';

const BASIC = /^(?:bool|string|int64|float64|\[\]interface \{\}|map\[string\]interface \{\})$/;

interface Spelled {
  readonly $bytes?: string;
  readonly $big?: string;
  readonly $type?: string;
  readonly $marshaler?: unknown;
  readonly text?: string;
  readonly value?: unknown;
}

/** A golden value as a plugin would hold it. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const spelled = value as Spelled;
  if (spelled.$bytes !== undefined) return Buffer.from(spelled.$bytes, 'base64');
  if (spelled.$big !== undefined) return BigInt(spelled.$big);
  if (spelled.$marshaler !== undefined) return spelled.text;
  if (spelled.$type !== undefined) return named(spelled.$type, plain(spelled.value));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function named(type: string, value: unknown): unknown {
  return BASIC.test(type) || typeof value !== 'object' ? value : withGoName(value as object, type);
}
