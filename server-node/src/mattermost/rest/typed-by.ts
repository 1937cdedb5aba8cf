import { createPublicKey, verify } from 'node:crypto';

import { z } from 'zod';

import { readTriggerId, type TriggerId } from '../../commands/trigger-id.ts';
import type { UserId } from '../../shared/ids.ts';
import { HOUR_MS, MINUTE_MS, type Clock } from '../../shared/time.ts';
import type { RestCall } from './rest-call.ts';
import { callJson } from './rest-json.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';

/** @throws {RestError} */
export type TypedBy = (triggerId: string, userId: UserId) => Promise<boolean>;

/** Since Mattermost signed it, for clocks that differ. */
const VALID_FOR_MS = 5 * MINUTE_MS;

const configSchema = z.object({ AsymmetricSigningPublicKey: z.string() });

/**
 * Whether Mattermost says, by the `trigger_id`, that this person has typed something just now. The public key of the
 * signature (ECDSA, SHA-256) is in Mattermost's public configuration.
 */
export function makeTypedBy(call: RestCall, now: Clock): TypedBy {
  const keys = makeShortMemory<string>({ now, keepMs: () => HOUR_MS, maxEntries: 1 });
  const request = { method: 'GET', path: '/api/v4/config/client?format=old' };
  const ask = async () => (await callJson(call, request, configSchema)).AsymmetricSigningPublicKey;
  return async (triggerId, userId) => {
    const said = readTriggerId(triggerId);
    // Written so that NaN fails too.
    if (said?.userId !== userId || !(Math.abs(now() - said.at) <= VALID_FOR_MS)) return false;
    return isSigned(said, await keys.recall('key', ask)) || isSigned(said, await keys.renew('key', ask));
  };
}

function isSigned({ signed, signature }: TriggerId, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(signed), publicKey, signature);
  } catch {
    return false;
  }
}
