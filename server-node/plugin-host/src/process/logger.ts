export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/** Lines in Mattermost's own log, with the plugin's id beside them. */
export type Logger = { readonly [Level in LogLevel]: (message: string, fields?: LogFields) => void };

/** An error as log fields; the stack goes along because nobody can attach a debugger to a server. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause === undefined ? {} : { cause: String(error.cause) };
  return { error: error.message, stack: error.stack ?? '', ...cause };
}
