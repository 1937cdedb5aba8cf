import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Addresses that Mattermost calls for nobody unless `AllowedUntrustedInternalConnections` names them. */
const RESERVED = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  'fc00::/7',
  'fe80::/10',
]);

function blockList(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) !== 0) list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

/** @param allowed the setting: host names, addresses and ranges, separated by blanks or commas */
export async function isAllowedAddress(hostname: string, allowed: string): Promise<boolean> {
  const named = allowed.split(/[\s,]+/).filter((item) => item !== '');
  const host = hostname.replace(/^\[|\]$/g, '');
  if (named.includes(host)) return true;
  const permitted = blockList(named);
  const addresses =
    isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host, family: isIP(host) }];
  return addresses.every(({ address, family }) => {
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    return permitted.check(address, kind) || !RESERVED.check(address, kind);
  });
}
