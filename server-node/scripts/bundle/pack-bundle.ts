import { gzip } from 'pako';
import { pack } from 'tar-stream';
import type { BundleEntry } from './bundle-entries.ts';

/** 1980-01-01, the earliest that every archive format can say. */
const SAME_TIME = new Date(Date.UTC(1980, 0, 1));
const FILE_MODE = 0o644;
/** This setting makes a bundle with a program smaller than all others. */
const SMALL_BLOCKS = 6;

/**
 * A tar.gz that depends on nothing but paths, modes and contents: sorted, one time, one owner, no name of the machine
 * or its account. Compressed by pako rather than node:zlib, whose output changes with its version and the processor,
 * and is 3 % larger on a program.
 */
export async function packBundle(topFolder: string, entries: readonly BundleEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { path, content, mode = FILE_MODE } of [...entries].sort(byPath)) {
    const header = {
      name: `${topFolder}/${path}`,
      mode,
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
  return Buffer.from(gzip(Buffer.concat(chunks), { level: 9, memLevel: SMALL_BLOCKS }));
}

/** By code unit: no locale may change the order. */
const byPath = (one: BundleEntry, other: BundleEntry): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
