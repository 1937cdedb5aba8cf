import { createHash } from 'node:crypto';
import { readTriggerId } from './trigger-id.ts';

/**
 * Signed by Mattermost for one use of a command; a proxy that sends a request again repeats it, and so does whoever has
 * got hold of it.
 */
export function commandKey(triggerId: string): string | undefined {
  if (triggerId === '') return undefined;
  const signed = readTriggerId(triggerId)?.signed ?? triggerId;
  return `command:${createHash('sha256').update(signed).digest('base64url')}`;
}
