import { DYNAMIC_TAG, dynamicStrings, stringAt, type StringTable } from './dynamic-strings.ts';
import { readSymbols } from './dynamic-symbols.ts';
import type { ElfFile } from './elf-file.ts';

/**
 * Tells the dynamic loader where else to look for libraries, without moving a byte: the text goes over the longest name
 * of an exported symbol (nobody links against an executable), the entry into a spare one. Anything that moves segments
 * breaks when the program is injected afterwards.
 *
 * @throws {Error} when the file has no room, or a run path already
 */
export function writeRunPath(elf: ElfFile, runPath: string): void {
  if (elf.dynamic.some(({ tag }) => tag === DYNAMIC_TAG.runPath)) {
    throw new Error('The ELF file has a run path already.');
  }
  const strings = dynamicStrings(elf);
  const index = expendableName(elf, strings, runPath.length);
  const at = spareEntry(elf);
  elf.bytes.write(`${runPath}\0`, strings.offset + index, 'latin1');
  elf.bytes.writeBigUInt64LE(BigInt(DYNAMIC_TAG.runPath), at);
  elf.bytes.writeBigUInt64LE(BigInt(index), at + 8);
}

/** The first empty entry, if another one behind it still ends the list. */
function spareEntry({ dynamic }: ElfFile): number {
  const end = dynamic.findIndex(({ tag }) => tag === DYNAMIC_TAG.end);
  const spare = dynamic[end];
  if (spare === undefined || dynamic[end + 1]?.tag !== DYNAMIC_TAG.end) {
    throw new Error('The dynamic section of the ELF file has no spare entry for a run path.');
  }
  return spare.at;
}

/** The longest symbol name that no other name begins in: linkers let names share their ends. */
function expendableName(elf: ElfFile, strings: StringTable, length: number): number {
  const symbols = readSymbols(elf);
  const libraries = elf.dynamic.filter(({ tag }) => tag === DYNAMIC_TAG.needed).map(({ value }) => value);
  const starts = [...symbols.map(({ name }) => name), ...libraries].sort((one, other) => one - other);
  const own = symbols
    .filter(({ defined }) => defined)
    .map(({ name }) => ({ name, length: stringAt(elf, strings, name).length }))
    .sort((one, other) => other.length - one.length || one.name - other.name);
  const found = own.find((one) => one.length >= length && isAlone(starts, one.name, one.length));
  if (found === undefined) {
    throw new Error(`No symbol name of the ELF file has room for a run path of ${length} characters.`);
  }
  return found.name;
}

const isAlone = (starts: readonly number[], name: number, length: number): boolean =>
  starts.filter((start) => start >= name && start <= name + length).length === 1;
