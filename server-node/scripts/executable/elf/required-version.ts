import { dynamicStrings } from './dynamic-strings.ts';
import type { ElfFile } from './elf-file.ts';

/** The parts of a version, such as [2, 28] or [3, 4, 25]. */
export type SymbolVersion = readonly number[];

/** Whose symbols: those of glibc, or of the C++ library. */
export type VersionedLibrary = 'GLIBC' | 'GLIBCXX';

/** @returns the newest version whose symbols the file asks for (or offers); undefined when there is none */
export function requiredVersion(elf: ElfFile, library: VersionedLibrary): SymbolVersion | undefined {
  const { offset, size } = dynamicStrings(elf);
  const names = elf.bytes.toString('latin1', offset, offset + size).split('\0');
  return names.flatMap((name) => versionIn(name, library)).sort(newestFirst)[0];
}

export const isNewer = (one: SymbolVersion, other: SymbolVersion): boolean => newestFirst(one, other) < 0;

function versionIn(name: string, library: VersionedLibrary): SymbolVersion[] {
  const [prefix, version = '', ...rest] = name.split('_');
  const isVersion = prefix === library && rest.length === 0 && /^\d+(\.\d+)*$/.test(version);
  return isVersion ? [version.split('.').map(Number)] : [];
}

function newestFirst(one: SymbolVersion, other: SymbolVersion): number {
  const differs = one.findIndex((part, index) => part !== (other[index] ?? 0));
  if (differs === -1) return other.length - one.length;
  return (other[differs] ?? 0) - (one[differs] ?? 0);
}
