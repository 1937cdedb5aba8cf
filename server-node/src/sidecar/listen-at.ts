import type { RequestListener } from 'node:http';
import type { Config } from '../config.ts';
import type { Listening } from '../host.ts';
import { listen } from '../http/listen.ts';

/** Listens for the site's proxy and, where that is asked for, for Mattermost itself at another address. */
export async function listenAt(
  { host, port, integrations: apart }: Config['http'],
  app: RequestListener,
  integrations: RequestListener | null,
): Promise<Listening> {
  const site = await listen(app, host, port);
  if (apart === null || integrations === null) return site;
  const inner = await listen(integrations, apart.host, apart.port).catch(async (error: unknown) => {
    await site.stop();
    throw error;
  });
  return {
    address: () => ({ ...site.address(), integrations: inner.address() }),
    stop: async () => void (await Promise.all([site.stop(), inner.stop()])),
  };
}
