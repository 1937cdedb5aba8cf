import { GobReader } from '../../src/gob/gob-reader.ts';

/** A reader that keeps what the golden data spell out: names of interface values and marshaler bytes. */
export function annotatingReader(): GobReader {
  return new GobReader({
    isSecret: () => false,
    named: (name, value) => ({ $type: name, value: spelled(value) }),
    marshaled: (_name, bytes) => ({ $marshaler: true, bytes: bytes.toString('base64'), text: bytes.toString('utf8') }),
  });
}

/** Buffers and big integers as the golden data write them. */
export function spelled(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  if (typeof value === 'bigint') return { $big: value.toString() };
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, spelled(entry)]));
}

/** The golden data give a marshaler's (informational) name, which differs between the two sources. */
export function withoutMarshalerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarshalerNames);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) =>
    key === '$marshaler' ? [key, true] : [key, withoutMarshalerNames(entry)],
  );
  return Object.fromEntries(entries);
}
