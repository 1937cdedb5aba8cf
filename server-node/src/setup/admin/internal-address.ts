import { BlockList, isIP } from 'node:net';

/** Mattermost's list of addresses that integrations may not be at, without leave (`public/shared/httpservice`). */
const RESERVED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const RESERVED_V6 = [
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '100::/64',
  '2001::/23',
  '2001:10::/28',
  '2001:20::/28',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];

const reserved = listOf([...RESERVED_V4, ...RESERVED_V6]);

/**
 * Whether Mattermost lets an integration be at this host: public addresses always, reserved ones only when the
 * setting names the host as it is written, or a network that holds the address. A bare address in the setting
 * fits only a URL written with that address.
 *
 * @param allowed the value of ServiceSettings.AllowedUntrustedInternalConnections
 */
export function isReachableFor(allowed: string, host: string, addresses: readonly string[]): boolean {
  const entries = allowed.split(/[\s,]+/).filter((entry) => entry !== '');
  if (entries.includes(host)) return true;
  const networks = listOf(entries.filter((entry) => entry.includes('/')));
  return addresses.every((address) => !holds(reserved, address) || holds(networks, address));
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    const family = isIP(address);
    if (family !== 0 && /^\d+$/.test(bits))
      list.addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const holds = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
