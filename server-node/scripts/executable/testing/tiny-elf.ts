/** A small ELF file with what the loader reads of one: a dynamic section, symbols and their names. */
export interface TinyElf {
  /** Symbol names in the order of the string table; one that is `of` another is its end. */
  symbols: { name: string; defined: boolean; sharesEndOf?: string; relocated?: boolean }[];
  needed?: string[];
  versions?: string[];
  spareEntries: number;
}

const BASE = 0x400000;
const HEADERS = 64 + 2 * 56;
const TAGS = { needed: 1, strings: 5, stringsSize: 10, relocations: 7, relocationsSize: 8 };

/** Layout: headers, names, symbols, relocations, dynamic section, a tail that nothing loads, table of sections. */
export function tinyElf({ symbols, needed = [], versions = [], spareEntries }: TinyElf): Buffer {
  const names = new Names();
  for (const { name, sharesEndOf } of symbols) if (sharesEndOf === undefined) names.add(name);
  const libraries = needed.map((name) => names.add(name));
  for (const version of versions) names.add(version);
  const strings = names.bytes();
  const symbolsAt = HEADERS + strings.length;
  const table = Buffer.concat([
    Buffer.alloc(24),
    ...symbols.map((one) => symbolBytes(names.indexOf(one.name), one.defined)),
  ]);
  const relocations = Buffer.concat(
    symbols.flatMap(({ relocated }, index) => (relocated ? [relocation(index + 1)] : [])),
  );
  const relocationsAt = symbolsAt + table.length;
  const dynamicAt = relocationsAt + relocations.length;
  const dynamic = pairs([
    ...libraries.map((index): [number, number] => [TAGS.needed, index]),
    [TAGS.strings, BASE + HEADERS],
    [TAGS.stringsSize, strings.length],
    [TAGS.relocations, BASE + relocationsAt],
    [TAGS.relocationsSize, relocations.length],
    ...Array.from({ length: spareEntries + 1 }, (): [number, number] => [0, 0]),
  ]);
  const loaded = dynamicAt + dynamic.length;
  const tail = Buffer.from('debug names');
  const sections = Buffer.concat([section(11, symbolsAt, table.length)]);
  const header = fileHeader(loaded + tail.length);
  const segments = Buffer.concat([
    segment(1, 0, BASE, loaded),
    segment(2, dynamicAt, BASE + dynamicAt, dynamic.length),
  ]);
  return Buffer.concat([header, segments, strings, table, relocations, dynamic, tail, sections]);
}

class Names {
  #text = '\0';

  add(name: string): number {
    const index = this.#text.length;
    this.#text += `${name}\0`;
    return index;
  }

  indexOf(name: string): number {
    return this.#text.indexOf(`${name}\0`);
  }

  bytes(): Buffer {
    return Buffer.from(this.#text, 'latin1');
  }
}

const pairs = (entries: [number, number][]): Buffer => {
  const bytes = Buffer.alloc(entries.length * 16);
  entries.forEach(([tag, value], index) => {
    bytes.writeBigUInt64LE(BigInt(tag), index * 16);
    bytes.writeBigUInt64LE(BigInt(value), index * 16 + 8);
  });
  return bytes;
};

function symbolBytes(name: number, defined: boolean): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(name, 0);
  bytes.writeUInt16LE(defined ? 1 : 0, 6);
  bytes.writeUInt32LE(0x1234, 8);
  return bytes;
}

function relocation(symbol: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(symbol, 12);
  return bytes;
}

function section(type: number, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt32LE(type, 4);
  bytes.writeBigUInt64LE(BigInt(offset), 24);
  bytes.writeBigUInt64LE(BigInt(size), 32);
  return bytes;
}

function segment(type: number, offset: number, address: number, size: number): Buffer {
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(type, 0);
  for (const [at, value] of [
    [8, offset],
    [16, address],
    [32, size],
  ] as const)
    bytes.writeBigUInt64LE(BigInt(value), at);
  return bytes;
}

function fileHeader(sectionsAt: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  bytes.writeUInt16LE(62, 18);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeBigUInt64LE(BigInt(sectionsAt), 40);
  for (const [at, value] of [
    [54, 56],
    [56, 2],
    [58, 64],
    [60, 1],
  ] as const)
    bytes.writeUInt16LE(value, at);
  return bytes;
}
