import type { Host } from 'mattermost-plugin-host';
import type { Logger } from '../shared/logger.ts';
import { makeLogger } from '../shared/make-logger.ts';

type HostLog = Host['log'];

const METHODS = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' } as const;

/** Writes to Mattermost's own log, with the same care for secrets as everywhere. */
export function makeHostLogger(log: HostLog, secrets: readonly string[]): Logger {
  return makeLogger({ level: 'debug', secrets, write: (line) => writeLine(log, line) });
}

function writeLine(log: HostLog, line: string): void {
  const { level, msg, at: _at, ...fields } = JSON.parse(line) as Record<string, unknown>;
  log[METHODS[level as keyof typeof METHODS] ?? 'error'](String(msg), fields);
}
