import { readConfig, type Config } from './config.ts';
import type { SettingsSource } from './config/given-values.ts';
import { secretsOf } from './config/secrets-of.ts';
import { PLUGIN_VERSION } from './contract/manifest.ts';
import { createServer, type Server } from './create-server.ts';
import { makeMetrics } from './metrics/make-metrics.ts';
import { AppError, type ErrorCode } from './shared/app-error.ts';
import type { Logger } from './shared/logger.ts';
import { makeLogger } from './shared/make-logger.ts';
import { makeSidecarHost } from './sidecar/make-sidecar-host.ts';

/** What a process has of the world outside. */
export interface Surroundings extends SettingsSource {
  writeLog(line: string): void;
  writeError(text: string): void;
  onSignal(listener: (signal: string) => void): void;
  onCrash(listener: (error: unknown) => void): void;
  exit(code: number): void;
}

const STOPPED = 0;
const FAILED = 1;
/** No other try helps until somebody has done something; systemd does not start it again. */
const NEEDS_A_HAND = 2;
const NEEDING_A_HAND: ReadonlySet<ErrorCode | undefined> = new Set<ErrorCode>([
  'invalid_config',
  'store_too_new',
  'store_damaged',
]);

/** Runs the sidecar until a signal or a failure ends it. */
export async function runSidecar(process: Surroundings): Promise<void> {
  const config = configOrExit(process);
  if (config === undefined) return;
  const { logLevel: level } = config;
  const logger = makeLogger({ level, secrets: secretsOf(config), write: process.writeLog });
  const deps = { logger, now: Date.now, metrics: makeMetrics() };
  const server = createServer(config, makeSidecarHost(config, deps), deps);
  const fail = makeFail(process, logger);
  process.onCrash(fail);
  stopOnSignals(process, server, logger, fail);
  await server.start().then(() => announce(server, logger), fail);
}

function configOrExit(process: Surroundings): Config | undefined {
  try {
    return readConfig(process);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.writeError(`The settings are not complete:\n${error.message}\n`);
    process.exit(NEEDS_A_HAND);
    return undefined;
  }
}

function announce(server: Server, logger: Logger): void {
  logger.info({ ...server.address(), version: PLUGIN_VERSION }, 'The to-do backend is listening.');
}

/** The first signal stops in good order, the second at once. */
function stopOnSignals(
  process: Surroundings,
  server: Server,
  logger: Logger,
  fail: (error: unknown) => void,
): void {
  let signals = 0;
  process.onSignal((signal) => {
    if (++signals > 1) return process.exit(FAILED);
    logger.info({ signal }, 'Stopping.');
    server.stop().then(() => process.exit(STOPPED), fail);
  });
}

/** A process in an unknown state is better started again: nothing acknowledged is only in memory. */
function makeFail(process: Surroundings, logger: Logger): (error: unknown) => void {
  return (error) => {
    const code = error instanceof AppError ? error.code : undefined;
    if (code === 'stopping') return;
    logger.error({ err: error }, error instanceof AppError ? error.message : 'The to-do backend failed.');
    process.exit(NEEDING_A_HAND.has(code) ? NEEDS_A_HAND : FAILED);
  };
}
