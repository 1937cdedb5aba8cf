import { setFlagsFromString } from 'node:v8';

/** What loading a program leaves behind is cleared away at once. Call it before the program is loaded. */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

/**
 * The heap may grow as it needs while requests come. Kept small, it is cleared and moved together after every few
 * answers of several hundred kilobytes, which stops the process for tens of milliseconds each time. What it took, V8
 * gives back some ten seconds after the last request.
 */
export function letHeapGrow(): void {
  setFlagsFromString('--no-optimize-for-size');
}
