import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/** A household or an attacker with IPv6 owns at least these 64 bits. */
const NETWORK_PARTS = 4;

/** The address as far as trusted proxies tell it, of IPv6 its network. */
export function addressOf({ ip = '' }: Pick<Request, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  return 'parts' in address ? address.parts.slice(0, NETWORK_PARTS).join(':') : address.toString();
}
