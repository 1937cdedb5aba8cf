import { failCurrentRequest } from '../serve-http/request-scope.ts';
import type { Logger } from './logger.ts';
import { errorFields } from './logger.ts';

/**
 * An error that nobody caught fails its own request. Outside of one it is logged and the process goes on: a restart
 * would cost everybody up to half a minute, and three within the hour the plugin.
 */
export function catchStrayErrors(log: Logger): void {
  const onStray = (error: unknown) => {
    if (!failCurrentRequest(error)) log.error('An error was not caught.', errorFields(error));
  };
  process.on('uncaughtException', onStray).on('unhandledRejection', onStray);
}
