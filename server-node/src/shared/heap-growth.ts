import { setFlagsFromString } from 'node:v8';

/** What loading a program leaves behind is cleared away at once. Call it before the program is loaded. */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

/**
 * The heap may grow to twice what is in use while requests come (V8's own choice is up to four times). Kept small, it is
 * cleared and moved together after every few answers of several hundred kilobytes, which stops the process for tens of
 * milliseconds each time.
 */
export function letHeapGrow(): void {
  setFlagsFromString('--no-optimize-for-size');
  setFlagsFromString('--heap-growing-percent=100');
}
