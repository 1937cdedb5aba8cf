import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Below it there is little to save. */
const WORTH_BYTES = 4_096;

interface Asked {
  head: string;
  gzipped?: Promise<Buffer>;
}

/**
 * Compresses an answer when it is asked for a second time, and keeps it so for as long as its rest is kept. A list
 * that changes all the time is never compressed for one reader, and what many read costs each of them a tenth of the
 * bytes, which are most of what a long page costs on its way through Mattermost.
 */
export function makeKeptGzip(compress: (bytes: Buffer) => Promise<Buffer> = promisify(gzip)) {
  const answers = new WeakMap<Buffer, Asked>();
  /** @returns undefined when it is better sent as it is */
  return async (head: string, rest: Buffer, whole: Buffer): Promise<Buffer | undefined> => {
    if (rest.length < WORTH_BYTES) return undefined;
    const asked = answers.get(rest);
    if (asked?.head === head) return (asked.gzipped ??= compress(whole));
    answers.set(rest, { head });
    return undefined;
  };
}
