import { expect } from '@jest/globals';

/** All that was sent must be there again; what was not sent is the zero of its type. Secrets, and fields we do not declare, are gone. */
export function expectSubset(received: unknown, sent: unknown): void {
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent)) return expect(received).toEqual(sent);
  for (const [key, value] of Object.entries(sent)) {
    if (key === 'Password' || key === 'Participants' || key === 'Metadata') continue;
    expectSubset((received as Record<string, unknown>)[key], value);
  }
}
