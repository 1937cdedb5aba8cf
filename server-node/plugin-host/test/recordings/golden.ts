import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One gob value of a recorded stream: the definitions it depends on, its own bytes and what it means. */
export interface GoldenValue {
  readonly defs: readonly string[];
  readonly message: string;
  readonly value: unknown;
}

export interface GoldenCase {
  readonly source: 'node' | 'go';
  readonly error?: string;
  /** The two large configurations have only a reply body. */
  readonly request?: { readonly header: GoldenValue; readonly args: GoldenValue };
  readonly reply: { readonly header?: GoldenValue; readonly body: GoldenValue };
}

export interface GoldenFile {
  readonly file: string;
  readonly method: string;
  readonly cases: readonly GoldenCase[];
}

const ROOT = new URL('../../recordings/', import.meta.url);

export const recording = (path: string): Buffer => gunzipSync(readFileSync(new URL(path, ROOT)));
export const recordedJson = (path: string): unknown => JSON.parse(recording(path).toString('utf8'));

/** All golden files of a folder that hold cases. */
export function goldenFiles(folder: 'api' | 'control' | 'hooks' | 'http'): GoldenFile[] {
  return readdirSync(new URL(`${folder}/`, ROOT))
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => ({ ...(recordedJson(`${folder}/${name}`) as Omit<GoldenFile, 'file'>), file: `${folder}/${name}` }))
    .filter(({ cases }) => cases !== undefined);
}

/** A complete gob stream of the one value. */
export const streamOf = ({ defs, message }: GoldenValue): Buffer => Buffer.from(defs.join('') + message, 'hex');
