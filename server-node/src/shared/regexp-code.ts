import { setFlagsFromString } from 'node:v8';

/**
 * Each pattern becomes machine code when it is used for the first time. Otherwise V8 makes bytecode of it first and
 * machine code at the second use, which takes more than twice as long: the first line in which a date may stand uses
 * some 200 long patterns several times.
 */
export function compilePatternsOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
