import { createHmac, randomBytes } from 'node:crypto';
import { newId } from '../site/ids.ts';

const SECRET = randomBytes(32);

/** Base64 of id, person, moment and a signature, as long as Mattermost's. */
export function newTriggerId(userId: string, now: number): string {
  const content = `${newId()}:${userId}:${now}:`;
  const signature = createHmac('sha512', SECRET).update(content).digest('base64');
  return Buffer.from(`${content}${signature}`).toString('base64');
}
