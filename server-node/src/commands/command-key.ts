import { createHash } from 'node:crypto';

/** Signed by Mattermost for one use of a command; a proxy that sends a request again repeats it. */
export function commandKey(triggerId: string): string | undefined {
  if (triggerId === '') return undefined;
  return `command:${createHash('sha256').update(triggerId).digest('base64url')}`;
}
