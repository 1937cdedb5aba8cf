import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { MattermostError } from '../http/mattermost-error.ts';
import type { Manifest } from './plugin-shelf.ts';

export interface Unpacked {
  manifest: Manifest;
  files: Map<string, Buffer>;
}

const notExtracted = () =>
  new MattermostError(400, 'app.plugin.extract.app_error', 'An error occurred extracting the plugin bundle.');

const noManifest = () =>
  new MattermostError(400, 'app.plugin.manifest.app_error', 'Unable to find manifest for extracted plugin.');

/** A tar.gz with the plugin in one folder, or at its top. */
export async function unpackBundle(bytes: Buffer): Promise<Unpacked> {
  const files = await readTar(bytes).catch(() => {
    throw notExtracted();
  });
  const path = [...files.keys()].find((name) => /^(?:[^/]+\/)?plugin\.json$/.test(name));
  if (path === undefined) throw noManifest();
  const folder = path.slice(0, -'plugin.json'.length);
  const inside = [...files].filter(([name]) => name.startsWith(folder));
  const manifest = parseManifest(files.get(path));
  return { manifest, files: new Map(inside.map(([name, content]) => [name.slice(folder.length), content])) };
}

async function readTar(bytes: Buffer): Promise<Map<string, Buffer>> {
  if (bytes.length === 0) throw new Error('The file is empty.');
  const files = new Map<string, Buffer>();
  const entries = Readable.from([bytes])
    .pipe(createGunzip())
    .on('error', (error) => entries.destroy(error))
    .pipe(extract());
  for await (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
    if (entry.header.type === 'file')
      files.set(entry.header.name.replace(/^\.\//, ''), Buffer.concat(chunks));
  }
  return files;
}

function parseManifest(bytes: Buffer | undefined): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    throw noManifest();
  }
  if (typeof parsed !== 'object' || parsed === null) throw noManifest();
  const { id } = parsed as Partial<Manifest>;
  if (typeof id !== 'string' || !/^[a-zA-Z0-9-_.]{3,190}$/.test(id)) {
    throw new MattermostError(
      400,
      'app.plugin.invalid_id.app_error',
      'Plugin Id must be at least 3 characters, at most 190 characters and match ^[a-zA-Z0-9-_\\.]+$.',
    );
  }
  return { ...(parsed as Manifest), id: id.toLowerCase() };
}
