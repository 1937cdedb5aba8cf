import type { Socket } from 'node:net';

import type { Logger } from './logger.ts';
import type { PluginSocket } from './plugin-socket.ts';

/** The one connection from Mattermost. Ends the process at a signal before it, or when it does not come in time. */
export async function awaitConnection(
  listening: PluginSocket,
  log: Logger,
  connectMs: number,
): Promise<Socket> {
  const endAt = (reason: string) => () => {
    listening.close();
    log.error(`The plugin ends: ${reason}.`);
    process.exit(1);
  };
  const deadline = setTimeout(endAt(`Mattermost has not connected within ${connectMs} ms`), connectMs);
  const onSignal = endAt('it was told to before Mattermost had connected');
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  const socket = await listening.connected;
  clearTimeout(deadline);
  process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
  return socket;
}
