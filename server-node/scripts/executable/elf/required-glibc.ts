import { dynamicStrings } from './dynamic-strings.ts';
import type { ElfFile } from './elf-file.ts';

/** A glibc version as [major, minor]. */
export type GlibcVersion = readonly [number, number];

/** @returns the newest glibc whose symbols the file asks for; undefined when it asks for none */
export function requiredGlibc(elf: ElfFile): GlibcVersion | undefined {
  const { offset, size } = dynamicStrings(elf);
  const names = elf.bytes.toString('latin1', offset, offset + size).split('\0');
  return names.flatMap(versionIn).sort(newestFirst)[0];
}

export const isNewer = (one: GlibcVersion, other: GlibcVersion): boolean => newestFirst(one, other) < 0;

function versionIn(name: string): GlibcVersion[] {
  const match = /^GLIBC_(\d+)\.(\d+)(?:\.\d+)?$/.exec(name);
  return match === null ? [] : [[Number(match[1]), Number(match[2])]];
}

const newestFirst = (one: GlibcVersion, other: GlibcVersion): number =>
  other[0] - one[0] || other[1] - one[1];
