import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** A household or an attacker with IPv6 owns at least this many bits. */
const IPV6_NETWORK_BITS = 64;

/** The address as far as trusted proxies tell it. */
export function addressOf(req: Request): string {
  return req.ip === undefined ? 'unknown' : ipKeyGenerator(req.ip, IPV6_NETWORK_BITS);
}
