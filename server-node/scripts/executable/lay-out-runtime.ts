import { cutSections } from './elf/cut-sections.ts';
import { readElf } from './elf/elf-file.ts';
import { forgetOwnNames } from './elf/forget-own-names.ts';
import { writeRunPath } from './elf/write-run-path.ts';

/** Makes a Node that finds its libraries beside it and holds nothing that running does not need. Changes `node`. */
export function layOutRuntime(node: Buffer, runPath: string): Buffer {
  const elf = readElf(node);
  // The run path first: it needs one of the names that are then forgotten.
  writeRunPath(elf, runPath);
  forgetOwnNames(readElf(elf.bytes));
  return cutSections(elf);
}
