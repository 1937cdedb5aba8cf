import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

interface Manifest {
  id: string;
  version: string;
}

/** A managed bundle as `npm run dist` makes it, or the same with another version in its manifest. */
export interface Bundle extends Manifest {
  bytes: Uint8Array<ArrayBuffer>;
}

/** Quick rather than small: it is sent once, over loopback. */
const FAST = { level: 1 };

/** @param asVersion left out: the bundle's own version */
export async function readBundle(path: string, asVersion?: string): Promise<Bundle> {
  const repacked = pack();
  const bytes = buffer(repacked.pipe(createGzip(FAST)));
  let manifest: Manifest | undefined;
  for await (const entry of createReadStream(path).pipe(createGunzip()).pipe(extract())) {
    const { header } = entry;
    const content = await buffer(entry);
    const isManifest = /^[^/]+\/plugin\.json$/.test(header.name);
    if (isManifest) manifest = manifestOf(content, asVersion);
    const written = isManifest ? Buffer.from(JSON.stringify(manifest)) : content;
    repacked.entry({ ...header, size: written.length }, written);
  }
  repacked.finalize();
  if (manifest === undefined) throw new Error(`${path} has no plugin.json.`);
  const { id, version } = manifest;
  return { id, version, bytes: new Uint8Array(await bytes) };
}

function manifestOf(content: Buffer, asVersion: string | undefined): Manifest {
  const manifest = JSON.parse(content.toString()) as Manifest & { server?: unknown };
  if (manifest.server === undefined) throw new Error('TODO_BUNDLE is not a bundle with a backend in it.');
  return { ...manifest, version: asVersion ?? manifest.version };
}
