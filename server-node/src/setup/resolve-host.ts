import { lookup } from 'node:dns/promises';

/** All addresses of a host, as this machine sees them; none when it has no such name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) => {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
};
