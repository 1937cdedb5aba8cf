import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { newId } from '../site/ids.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** As the client's configuration shows it. */
export const SIGNING_KEY = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** Base64 of id, person, moment and a signature over them. */
export function newTriggerId(userId: string, now: number): string {
  const content = `${newId()}:${userId}:${now}:`;
  const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64');
  return Buffer.from(`${content}${signature}`).toString('base64');
}

/** @returns undefined for one that this stand-in never gave out */
export function readTriggerId(triggerId: string): { id: string; userId: string; at: number } | undefined {
  const [, content = '', signature = ''] =
    /^(\w+:\w+:\d+:)(.*)$/.exec(Buffer.from(triggerId, 'base64').toString()) ?? [];
  if (!verify('sha256', Buffer.from(content), publicKey, Buffer.from(signature, 'base64'))) return undefined;
  const [id = '', userId = '', at = ''] = content.split(':');
  return { id, userId, at: Number(at) };
}
