import { createPublicKey, verify } from 'node:crypto';

import { z } from 'zod';

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
 * Whether Mattermost says that this person has typed something just now. Its `trigger_id` is base64 of
 * `id:user:moment:signature`; the public key of the signature (ECDSA, SHA-256) is in its public configuration.
 */
export function makeTypedBy(call: RestCall, now: Clock): TypedBy {
  const keys = makeShortMemory<string>({ now, keepMs: () => HOUR_MS, maxEntries: 1 });
  const request = { method: 'GET', path: '/api/v4/config/client?format=old' };
  const ask = async () => (await callJson(call, request, configSchema)).AsymmetricSigningPublicKey;
  return async (triggerId, userId) => {
    const said = read(triggerId);
    // Written so that NaN fails too.
    if (said?.userId !== userId || !(Math.abs(now() - said.at) <= VALID_FOR_MS)) return false;
    return isSigned(said, await keys.recall('key', ask)) || isSigned(said, await keys.renew('key', ask));
  };
}

interface Said {
  userId: string;
  at: number;
  signed: string;
  signature: Buffer;
}

function read(triggerId: string): Said | undefined {
  const parts = Buffer.from(triggerId, 'base64').toString().split(':');
  const [id, userId, at, signature] = parts;
  if (parts.length !== 4 || userId === undefined || signature === undefined) return undefined;
  return {
    userId,
    at: Number(at),
    signed: `${id}:${userId}:${at}:`,
    signature: Buffer.from(signature, 'base64'),
  };
}

function isSigned({ signed, signature }: Said, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(signed), publicKey, signature);
  } catch {
    return false;
  }
}
