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

type Unnamed = Omit<GoldenFile, 'file'>;
export type GoldenFolder = 'api' | 'control' | 'hooks' | 'http';

/** All golden files of a folder that hold cases, those of later versions of Mattermost among them. */
export function goldenFiles(folder: GoldenFolder): GoldenFile[] {
  const later = folder === 'api' || folder === 'hooks' ? filesOf118(folder) : [];
  return [...filesOf112(folder), ...later];
}

export function filesOf112(folder: GoldenFolder): GoldenFile[] {
  return readdirSync(new URL(`${folder}/`, ROOT))
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => ({ ...(recordedJson(`${folder}/${name}`) as Unnamed), file: `${folder}/${name}` }))
    .filter(({ cases }) => cases !== undefined);
}

export function filesOf118(folder: 'api' | 'hooks'): GoldenFile[] {
  const { files } = recordedJson(`${folder}-11.8.json.gz`) as { files: readonly Unnamed[] };
  return files.map((one) => ({ ...one, file: `${folder}-11.8/${one.method.replace('Plugin.', '')}.json` }));
}

/** A complete gob stream of the one value. */
export const streamOf = ({ defs, message }: GoldenValue): Buffer => Buffer.from(defs.join('') + message, 'hex');
