/** Where a 64-bit little-endian ELF file keeps what we read or change. All offsets are into the file. */
export interface ElfFile {
  bytes: Buffer;
  machine: ElfMachine;
  segments: Segment[];
  sections: Section[];
  dynamic: DynamicEntry[];
}

export type ElfMachine = 'x86-64' | 'arm64';

export interface Segment {
  type: number;
  offset: number;
  address: number;
  size: number;
}

export interface Section {
  type: number;
  offset: number;
  size: number;
  /** Index of the section it refers to: a symbol table's names. */
  link: number;
}

/** One entry of the dynamic section, the empty ones at its end too. */
export interface DynamicEntry {
  tag: number;
  value: number;
  at: number;
}

export const SEGMENT = { load: 1, dynamic: 2 } as const;
export const HEADER = { machine: 18, sectionsAt: 40, sectionCount: 60, sectionNames: 62 } as const;
const MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const MACHINES = new Map<number, ElfMachine>([
  [62, 'x86-64'],
  [183, 'arm64'],
]);
const DYNAMIC_ENTRY_SIZE = 16;

/** @throws {Error} when it is not an ELF file of a platform we know */
export function readElf(bytes: Buffer): ElfFile {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('Expected a 64-bit little-endian ELF file; the first bytes say otherwise.');
  }
  const number = bytes.readUInt16LE(HEADER.machine);
  const machine = MACHINES.get(number);
  if (machine === undefined)
    throw new Error(`Expected an ELF file for x86-64 or arm64; got machine ${number}.`);
  const segments = readTable(bytes, wide(bytes, 32), 54, readSegment);
  const sections = readTable(bytes, wide(bytes, HEADER.sectionsAt), 58, readSection);
  return { bytes, machine, segments, sections, dynamic: readDynamic(bytes, segments) };
}

/** @returns where the loader finds in the file what it maps at this address */
export function offsetOf({ segments }: Pick<ElfFile, 'segments'>, address: number): number {
  const segment = segments.find(
    (one) => one.type === SEGMENT.load && address >= one.address && address < one.address + one.size,
  );
  if (segment === undefined) throw new Error(`No loaded segment of the ELF file holds address ${address}.`);
  return segment.offset + (address - segment.address);
}

export const wide = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

/** Both tables say the size of an entry and, behind it, how many there are. */
function readTable<T>(
  bytes: Buffer,
  start: number,
  sizeAt: number,
  read: (bytes: Buffer, at: number) => T,
): T[] {
  const size = bytes.readUInt16LE(sizeAt);
  return Array.from({ length: bytes.readUInt16LE(sizeAt + 2) }, (_, index) =>
    read(bytes, start + index * size),
  );
}

const readSegment = (bytes: Buffer, at: number): Segment => ({
  type: bytes.readUInt32LE(at),
  offset: wide(bytes, at + 8),
  address: wide(bytes, at + 16),
  size: wide(bytes, at + 32),
});

const readSection = (bytes: Buffer, at: number): Section => ({
  type: bytes.readUInt32LE(at + 4),
  offset: wide(bytes, at + 24),
  size: wide(bytes, at + 32),
  link: bytes.readUInt32LE(at + 40),
});

function readDynamic(bytes: Buffer, segments: readonly Segment[]): DynamicEntry[] {
  const segment = segments.find(({ type }) => type === SEGMENT.dynamic);
  if (segment === undefined) return [];
  return Array.from({ length: segment.size / DYNAMIC_ENTRY_SIZE }, (_, index) => {
    const at = segment.offset + index * DYNAMIC_ENTRY_SIZE;
    return { tag: wide(bytes, at), value: wide(bytes, at + 8), at };
  });
}
