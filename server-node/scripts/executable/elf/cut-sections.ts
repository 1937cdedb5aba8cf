import { HEADER, SEGMENT, type ElfFile } from './elf-file.ts';

/**
 * What the loader never maps: symbols and debug names for people, a fifth of the Node binary. To be done before the
 * program is injected; afterwards it would cut the program off.
 */
export function cutSections({ bytes, segments }: ElfFile): Buffer {
  const ends = segments.filter(({ type }) => type === SEGMENT.load).map(({ offset, size }) => offset + size);
  const kept = Buffer.from(bytes.subarray(0, Math.max(...ends)));
  kept.writeBigUInt64LE(0n, HEADER.sectionsAt);
  kept.writeUInt16LE(0, HEADER.sectionCount);
  kept.writeUInt16LE(0, HEADER.sectionNames);
  return kept;
}
