import { setFlagsFromString } from 'node:v8';

/** Memory that a busy second took would stay taken for good. Call either before the program is loaded. */
export function compileForSize(): void {
  setFlagsFromString('--optimize-for-size');
}

/**
 * Keeps also the space for short-lived objects at its first size (1 MB in place of up to 16 MB, two or three times
 * over). No upper limit of the heap is set, as reaching one ends the process.
 */
export function keepMemorySmall(): void {
  compileForSize();
  setFlagsFromString('--semi-space-growth-factor=1');
}
