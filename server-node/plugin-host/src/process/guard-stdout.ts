import type { Logger } from './logger.ts';

/** Mattermost throws standard output away after the handshake, and stops reading it at a long line. */
export function guardStdout(log: Logger): void {
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    log.info(text.trimEnd());
    const callback = rest.at(-1);
    if (typeof callback === 'function') process.nextTick(callback as () => void);
    return true;
  }) as typeof process.stdout.write;
}
