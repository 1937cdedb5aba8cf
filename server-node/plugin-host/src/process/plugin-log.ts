import type { PluginApi } from '../api/plugin-api.ts';
import type { LogFields, Logger, LogLevel } from './logger.ts';

const METHOD = { debug: 'LogDebug', info: 'LogInfo', warn: 'LogWarn', error: 'LogError' } as const;
/** With more entries on their way than this, further ones go to standard error. */
const MAX_UNDER_WAY = 200;

export interface LogTarget {
  readonly isActive: boolean;
  readonly api: Pick<PluginApi, (typeof METHOD)[LogLevel]>;
}

/** Logs through the API, as entries with real fields, as soon as there is one; on standard error before and when it fails. */
export function pluginLog(target: () => LogTarget | undefined, fallback: Logger): Logger {
  let underWay = 0;
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      const session = target();
      if (session?.isActive !== true || underWay >= MAX_UNDER_WAY) return fallback[level](message, fields);
      underWay++;
      session.api[METHOD[level]](message, keysAndValues(fields))
        .catch(() => fallback[level](message, fields))
        .finally(() => underWay--);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Numbers and booleans as they are; whatever Go's log could not print as JSON text. */
function keysAndValues(fields: LogFields): unknown[] {
  return Object.entries(fields).flatMap(([key, value]) => [key, loggable(value)]);
}

function loggable(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value === undefined) return 'undefined';
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)) ??
    String(value)
  );
}
