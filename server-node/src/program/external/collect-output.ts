import { stripVTControlCharacters } from 'node:util';
import type { Readable } from 'node:stream';

/** What is kept of each stream, in bytes; the rest is read and thrown away, so that the program can end. */
export const MAX_OUTPUT_BYTES = 64 * 1024;

export interface Output {
  /** Without colours and other control characters; bytes that are no UTF-8 show as U+FFFD. */
  text: string;
  /** There was more than {@link MAX_OUTPUT_BYTES}. */
  cut: boolean;
}

/** Begins to read at once. @returns what came so far */
export function collectOutput(stream: Readable): () => Output {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    if (bytes < MAX_OUTPUT_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  });
  // A pipe that breaks is seen by the way the program ends.
  stream.on('error', () => undefined);
  return () => {
    const kept = Buffer.concat(chunks).subarray(0, MAX_OUTPUT_BYTES);
    return { text: readable(kept.toString('utf8')), cut: bytes > MAX_OUTPUT_BYTES };
  };
}

function readable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
}
