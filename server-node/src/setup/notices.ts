import { isReachableFor } from './admin/internal-address.ts';

/** All addresses of a host, as this machine sees them; none when it has no such name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What an administrator should know of the way from Mattermost to the backend; setup goes on all the same. */
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
  return `${host} is an internal address (${addresses.join(', ')}), and Mattermost sends nothing there until it is allowed: mmctl config set ServiceSettings.AllowedUntrustedInternalConnections "${value}"`;
}
