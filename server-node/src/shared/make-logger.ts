import { pino, type Level } from 'pino';
import type { Logger } from './logger.ts';
import { makeScrub } from './scrub.ts';

export interface LoggerOptions {
  /** A level of pino, or `silent`. */
  level: string;
  /** Values that must never be seen in the log. */
  secrets: readonly string[];
  /** One line of JSON at a time. */
  write(line: string): void;
}

/** Names under which a secret could come; the values of the known ones are taken out wherever they stand. */
const SECRET_FIELDS = ['token', 'authorization', 'cookie', 'set-cookie', 'password', 'response_url'];

/** In which PostgreSQL says of a refused statement what stands in its rows. */
const ROW_FIELDS = ['detail', 'where', 'internalQuery'];

export function makeLogger({ level, secrets, write }: LoggerOptions): Logger {
  const scrub = makeScrub(secrets);
  const redact = {
    paths: [
      ...SECRET_FIELDS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      ...ROW_FIELDS.map((name) => `*["${name}"]`),
    ],
    censor: '[secret]',
  };
  return pino(
    { level: level as Level, base: null, redact, timestamp: () => `,"at":"${new Date().toISOString()}"` },
    { write: (line: string) => write(scrub(line)) },
  );
}
