import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { BundleEntry } from './bundle-entries.ts';

/** 1980-01-01, the earliest that every archive format can say. */
const SAME_TIME = new Date(Date.UTC(1980, 0, 1));
const FILE_MODE = 0o644;

/**
 * A tar.gz that depends on nothing but paths and contents: sorted, one time, one owner, one mode, no name of the
 * machine or its account.
 */
export async function packBundle(topFolder: string, entries: readonly BundleEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { path, content } of [...entries].sort(byPath)) {
    const header = {
      name: `${topFolder}/${path}`,
      mode: FILE_MODE,
      mtime: SAME_TIME,
      uid: 0,
      gid: 0,
      uname: '',
      gname: '',
    };
    archive.entry(header, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as AsyncIterable<Buffer>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks), { level: 9 });
}

/** By code unit: no locale may change the order. */
const byPath = (one: BundleEntry, other: BundleEntry): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
