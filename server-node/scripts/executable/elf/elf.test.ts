import { describe, expect, it } from '@jest/globals';
import { tinyElf, type TinyElf } from '../testing/tiny-elf.ts';
import { cutSections } from './cut-sections.ts';
import { DYNAMIC_TAG, dynamicStrings, neededLibraries, stringAt } from './dynamic-strings.ts';
import { readSymbols } from './dynamic-symbols.ts';
import { readElf, type ElfFile } from './elf-file.ts';
import { forgetOwnNames } from './forget-own-names.ts';
import { requiredVersion } from './required-version.ts';
import { writeRunPath } from './write-run-path.ts';

const LONG = '_ZN2v88internal30SomethingWithAVeryLongNameIndeedEv';
const LONGER = '_ZN4node40AnEvenLongerNameThatAnotherOneIsTheEndOfItEv';
const END = 'ThatAnotherOneIsTheEndOfItEv';
const tiny = (more: Partial<TinyElf> = {}): TinyElf => ({
  symbols: [
    { name: 'malloc', defined: false },
    { name: LONGER, defined: true },
    { name: END, defined: true, sharesEndOf: LONGER },
    { name: LONG, defined: true },
  ],
  needed: ['libc.so.6'],
  spareEntries: 1,
  ...more,
});
const elfOf = (more?: Partial<TinyElf>) => readElf(tinyElf(tiny(more)));
const names = (elf: ElfFile) => readSymbols(elf).map(({ name }) => stringAt(elf, dynamicStrings(elf), name));

function runPathIn(elf: ElfFile): string | undefined {
  const entry = elf.dynamic.find(({ tag }) => tag === DYNAMIC_TAG.runPath);
  return entry && stringAt(elf, dynamicStrings(elf), entry.value);
}

describe('the run path', () => {
  it('goes where no other name is, and the list of entries still ends', () => {
    const elf = elfOf();
    const { length } = elf.bytes;
    writeRunPath(elf, '/lib64:$ORIGIN/lib');
    const written = readElf(elf.bytes);
    expect(runPathIn(written)).toBe('/lib64:$ORIGIN/lib');
    expect(written.dynamic.at(-1)?.tag).toBe(DYNAMIC_TAG.end);
    expect(names(written).slice(0, 4)).toEqual(['', 'malloc', LONGER, END]);
    expect({ length: written.bytes.length, needed: neededLibraries(written) }).toEqual({
      length,
      needed: ['libc.so.6'],
    });
  });

  it.each([
    ['no entry is spare', { spareEntries: 0 }, '/lib', /no spare entry/],
    ['no name is long enough', {}, `/${'x'.repeat(LONG.length)}`, /has room for a run path of/],
    ['every name is one asked for', { symbols: [{ name: LONG, defined: false }] }, '/lib', /has room/],
  ])('is refused, and nothing written, when %s', (_when, more, path, message) => {
    const elf = elfOf(more);
    const before = Buffer.from(elf.bytes);
    expect(() => writeRunPath(elf, path)).toThrow(message);
    expect(elf.bytes.equals(before)).toBe(true);
  });

  it('is refused when there is one already', () => {
    const elf = elfOf({ spareEntries: 3 });
    writeRunPath(elf, '/lib');
    expect(() => writeRunPath(readElf(elf.bytes), '/lib')).toThrow('already');
  });
});

describe('the names of its own', () => {
  it('are blanked, but not the end that another name still needs', () => {
    const elf = elfOf();
    expect(forgetOwnNames(elf)).toBe(2);
    expect(names(elf)).toEqual(['', 'malloc', '', END, '']);
    expect(elf.bytes.includes('SomethingWithAVeryLongName')).toBe(false);
    expect(elf.bytes.includes('AnEvenLongerName')).toBe(false);
  });

  it.each([
    ['the loader fills it in', { name: LONG, defined: true, relocated: true }],
    ['it is asked for', { name: LONG, defined: false }],
    ['it is of the C++ library', { name: '_ZN9__gnu_cxx3fooEv', defined: true }],
    ['it is of the standard', { name: '_ZNSt6vectorIiE3fooEv', defined: true }],
    ['it is of C', { name: 'napi_create_object', defined: true }],
  ])('stay when %s', (_when, symbol) => {
    const elf = elfOf({ symbols: [symbol] });
    expect(forgetOwnNames(elf)).toBe(0);
    expect(names(elf)).toEqual(['', symbol.name]);
  });
});

it('loses what nothing loads, and says that it has no sections', () => {
  const elf = elfOf();
  const cut = readElf(cutSections(elf));
  expect(elf.bytes.includes('debug names')).toBe(true);
  expect(cut.bytes.includes('debug names')).toBe(false);
  expect({ sections: cut.sections, needed: neededLibraries(cut) }).toEqual({
    sections: [],
    needed: ['libc.so.6'],
  });
});

it.each([
  ['GLIBC', ['GLIBC_2.9', 'GLIBC_2.36', 'GLIBC_2.2.5', 'GLIBC_2.36.1', 'GLIBCXX_3.4.30'], [2, 36, 1]],
  ['GLIBC', ['GLIBCXX_3.4.30', 'GLIBC_PRIVATE', 'GLIBC_ABI_DT_RELR'], undefined],
  ['GLIBCXX', ['GLIBCXX_3.4', 'GLIBCXX_3.4.9', 'GLIBCXX_3.4.21', 'GLIBC_9.9'], [3, 4, 21]],
] as const)('needs of %s, with %j, %j', (library, versions, expected) => {
  expect(requiredVersion(elfOf({ versions: [...versions] }), library)).toEqual(expected);
});

it.each([
  ['a script', Buffer.from('#!/bin/sh\necho this is not a program of the machine\n'), /first bytes/],
  ['a file of 3 bytes', Buffer.from([0x7f, 0x45, 0x4c]), /first bytes/],
  ['another machine', Object.assign(tinyElf(tiny()), { 18: 3 }), /machine 3/],
])('is not taken for an ELF file of ours: %s', (_what, bytes, message) => {
  expect(() => readElf(bytes)).toThrow(message);
});
