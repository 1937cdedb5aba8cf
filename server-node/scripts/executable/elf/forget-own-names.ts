import { dynamicStrings, stringAt } from './dynamic-strings.ts';
import { readSymbols, SYMBOL_SIZE } from './dynamic-symbols.ts';
import { offsetOf, type ElfFile } from './elf-file.ts';

/** C++ names inside a namespace of its own (v8, node, icu …); those that begin with __ belong to the C++ library. */
const OWN_NAME = /^_ZN[VKRO]*\d+(?!__)[A-Za-z_]/;
const RELOCATIONS = { table: 7, tableSize: 8, calls: 23, callsSize: 2 } as const;
const RELOCATION_SIZE = 24;

/**
 * Blanks the names under which Node offers its insides to native add-ons: the executable loads none, and blanks
 * compress to nothing (0.8 MB of the bundle). Names that the C++ library might share with us stay, and so does
 * whatever the loader has to fill in.
 *
 * @returns how many were blanked
 */
export function forgetOwnNames(elf: ElfFile): number {
  const strings = dynamicStrings(elf);
  const filledIn = symbolsOfRelocations(elf);
  const own = readSymbols(elf)
    .map((symbol, index) => ({ ...symbol, index, text: stringAt(elf, strings, symbol.name) }))
    .filter(({ defined, index, text }) => defined && !filledIn.has(index) && OWN_NAME.test(text));
  for (const { at } of own) elf.bytes.fill(0, at, at + SYMBOL_SIZE);
  const kept = new Set(readSymbols(elf).map(({ name }) => name));
  for (const { name, text } of own) blankUntilShared(elf.bytes, strings.offset, name, text.length, kept);
  return own.length;
}

/** Linkers let a name be the end of a longer one: blanks stop where a name begins that is still used. */
function blankUntilShared(
  bytes: Buffer,
  base: number,
  name: number,
  length: number,
  kept: Set<number>,
): void {
  for (let at = name; at < name + length && !kept.has(at); at++) bytes[base + at] = 0;
}

function symbolsOfRelocations(elf: ElfFile): Set<number> {
  const valueOf = (tag: number) => elf.dynamic.find((entry) => entry.tag === tag)?.value;
  const tables = [
    [RELOCATIONS.table, RELOCATIONS.tableSize],
    [RELOCATIONS.calls, RELOCATIONS.callsSize],
  ] as const;
  return new Set(
    tables.flatMap(([table, size]) => {
      const address = valueOf(table);
      if (address === undefined) return [];
      const start = offsetOf(elf, address);
      const count = (valueOf(size) ?? 0) / RELOCATION_SIZE;
      return Array.from({ length: count }, (_, index) =>
        symbolOf(elf.bytes, start + index * RELOCATION_SIZE),
      );
    }),
  );
}

/** The upper half of a relocation's second word. */
const symbolOf = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at + 12);
