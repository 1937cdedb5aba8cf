import type { IncomingMessage } from 'node:http';
import type { RequestIdentity } from '../callers/ports.ts';

const users = new WeakMap<object, string>();

/**
 * Remembers whose request this is, before the headers of identity are taken off. Mattermost lets no client set them.
 * A request of another plugin comes with its id; what that plugin says of a person nobody has proved.
 */
export function rememberUser(request: IncomingMessage): void {
  const { 'mattermost-user-id': userId, 'mattermost-plugin-id': pluginId } = request.headers;
  if (typeof userId === 'string' && pluginId === undefined) users.set(request, userId);
}

export const userOf = (request: Pick<RequestIdentity, 'headers'>): string | undefined => users.get(request);
