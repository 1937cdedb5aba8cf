import { expect } from '@jest/globals';

/** Secrets, and what no plugin has asked for so far; where one of our types does declare such a name, it is compared. */
const NOT_TAKEN_IN = new Set([
  'AuthData',
  'MfaSecret',
  'MfaUsedTimestamps',
  'Password',
  'RemoteToken',
  'Token',
  'Acknowledgements',
  'BundleHash',
  'BurnOnReadPosts',
  'IsFollowing',
  'Metadata',
  'Participants',
  'SettingsSchema',
]);

/** All that was sent must be there again; what was not sent is the zero of its type. */
export function expectSubset(received: unknown, sent: unknown): void {
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent)) return expect(received).toEqual(sent);
  for (const [key, value] of Object.entries(sent)) {
    const there = received as Record<string, unknown>;
    if (NOT_TAKEN_IN.has(key) && !Object.hasOwn(there, key)) continue;
    expectSubset(there[key], value);
  }
}
