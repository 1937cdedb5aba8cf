import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isReachableFor } from '../../../src/setup/admin/internal-address.ts';

/** @param allowed the setting: host names, addresses and ranges, separated by blanks or commas */
export async function isAllowedAddress(hostname: string, allowed: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
  return isReachableFor(
    allowed,
    host,
    addresses.map(({ address }) => address),
  );
}
