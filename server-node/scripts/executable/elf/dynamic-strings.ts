import { offsetOf, type ElfFile } from './elf-file.ts';

export const DYNAMIC_TAG = { end: 0, needed: 1, strings: 5, stringsSize: 10, runPath: 29 } as const;

export interface StringTable {
  offset: number;
  size: number;
}

/** The names of symbols, libraries and versions that the dynamic loader reads. */
export function dynamicStrings(elf: ElfFile): StringTable {
  const valueOf = (tag: number) => elf.dynamic.find((entry) => entry.tag === tag)?.value;
  const address = valueOf(DYNAMIC_TAG.strings);
  const size = valueOf(DYNAMIC_TAG.stringsSize);
  if (address === undefined || size === undefined) {
    throw new Error('Expected a dynamically linked ELF file; this one has no dynamic strings.');
  }
  return { offset: offsetOf(elf, address), size };
}

/** @param index as symbols and dynamic entries hold it */
export function stringAt({ bytes }: ElfFile, table: StringTable, index: number): string {
  const start = table.offset + index;
  return bytes.toString('latin1', start, bytes.indexOf(0, start));
}

/** @returns the libraries that the file asks for, in its order */
export function neededLibraries(elf: ElfFile): string[] {
  const table = dynamicStrings(elf);
  return elf.dynamic
    .filter(({ tag }) => tag === DYNAMIC_TAG.needed)
    .map(({ value }) => stringAt(elf, table, value));
}
