/**
 * Fields that never leave the decoder. Several API methods and hooks hand over users with their password hash and
 * second factor; no plugin needs them, and what is not in memory cannot be logged.
 */
const SECRET_FIELDS: Readonly<Record<string, ReadonlySet<string>>> = {
  User: new Set(['Password', 'MfaSecret', 'MfaUsedTimestamps']),
};

export type IsSecret = (structName: string, fieldName: string) => boolean;

export const isSecret: IsSecret = (structName, fieldName) =>
  SECRET_FIELDS[structName]?.has(fieldName) ?? false;
