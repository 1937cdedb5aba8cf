import { isReachableFor } from './admin/internal-address.ts';
import type { Resolve } from './resolve-host.ts';

/** What an administrator has to do for the way from Mattermost to the backend; setup goes on all the same. */
export async function internalAddressNotice(
  backendUrl: string,
  allowed: string,
  resolve: Resolve,
): Promise<string | undefined> {
  const host = new URL(backendUrl).hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(host);
  if (addresses.length === 0) {
    return `${host} has no address, as seen from here. Mattermost must be able to find it: it sends /todo there.`;
  }
  if (isReachableFor(allowed, host, addresses)) return undefined;
  const value = [allowed.trim(), host].filter((part) => part !== '').join(' ');
  return `allow Mattermost to post to ${host}, an internal address (${addresses.join(', ')}), on the machine of Mattermost: mmctl config set ServiceSettings.AllowedUntrustedInternalConnections "${value}". It posts nothing there before.`;
}
