/** Small checks for what comes over the wire: one bad row must never break a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type Shape<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean };

export function hasShape<T>(value: unknown, shape: Shape<T>): value is T {
  if (!isRecord(value)) return false;
  return Object.entries<(part: unknown) => boolean>(shape).every(([key, fits]) => fits(value[key]));
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
export const orNull = (fits: (value: unknown) => boolean) => (value: unknown) =>
  value === null || fits(value);
export const isOneOf =
  (...names: readonly string[]) =>
  (value: unknown) =>
    names.includes(value as string);
export const isListOf = (fits: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(fits);
