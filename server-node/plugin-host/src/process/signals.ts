import type { Logger } from './logger.ts';

/** A SIGTERM may be meant for Mattermost, which then ends its plugins properly: they get this long for it. */
export function outliveSignals(log: Logger, terminationMs: number): void {
  process.on('SIGINT', () => undefined);
  process.once('SIGTERM', () => {
    log.info('Told to end; waiting for Mattermost to do it properly.');
    setTimeout(() => process.exit(0), terminationMs).unref();
    process.on('SIGTERM', () => undefined);
  });
}
