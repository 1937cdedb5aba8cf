import type { ElfFile } from './elf-file.ts';

const DYNAMIC_SYMBOLS = 11;
export const SYMBOL_SIZE = 24;

export interface DynamicSymbol {
  /** Where its name begins among the dynamic strings. */
  name: number;
  /** Whether the file offers it; else the file asks for it. */
  defined: boolean;
  at: number;
}

/** Needs the table of sections, so it works only before they are cut. */
export function readSymbols({ bytes, sections }: ElfFile): DynamicSymbol[] {
  const table = sections.find(({ type }) => type === DYNAMIC_SYMBOLS);
  if (table === undefined) throw new Error('The ELF file has no table of dynamic symbols.');
  return Array.from({ length: table.size / SYMBOL_SIZE }, (_, index) => {
    const at = table.offset + index * SYMBOL_SIZE;
    return { name: bytes.readUInt32LE(at), defined: bytes.readUInt16LE(at + 6) !== 0, at };
  });
}
