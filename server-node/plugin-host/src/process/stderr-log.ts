import type { LogFields, Logger, LogLevel } from './logger.ts';

/** Mattermost reads longer lines in pieces. */
const MAX_LINE = 60_000;

/** Lines that Mattermost puts into its log at their level, with the fields as text. Works before the API exists. */
export function stderrLog(write: (line: string) => void): Logger {
  const at = (level: LogLevel) => (message: string, fields?: LogFields) =>
    write(logLine(level, message, fields));
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Never JSON: a line that looks like Go's own log format with wrong fields would crash Mattermost. */
export function logLine(level: LogLevel, message: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields).map(
    ([key, value]) => ` ${key}=${JSON.stringify(value) ?? 'undefined'}`,
  );
  const text = `${message}${pairs.join('')}`.replace(/[\r\n]+/g, ' ');
  return `[${level.toUpperCase()}] ${text.slice(0, MAX_LINE)}\n`;
}
