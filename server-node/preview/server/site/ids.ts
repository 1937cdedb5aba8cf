import { randomBytes } from 'node:crypto';

const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** 26 characters of z-base-32, as Mattermost makes its ids and tokens (130 random bits). */
export function newId(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte % 32]).join('');
}

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]{26}$/.test(value);
