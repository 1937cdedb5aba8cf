import { GobError } from './gob-error.ts';

const MAX_ELEMENTS = 1_000_000;
const MAX_DEPTH = 200;

/** Counts what one value holds, so that few bytes cannot make it endless. */
export class ValueSize {
  readonly #maxElements: number;
  #depth = 0;
  #elements = 0;

  constructor(maxElements = MAX_ELEMENTS) {
    this.#maxElements = maxElements;
  }

  begin(): void {
    this.#depth = 0;
    this.#elements = 0;
  }

  enter(elements: number): void {
    this.#depth++;
    this.#elements += elements;
    if (this.#depth > MAX_DEPTH) throw new GobError(`A value is nested more than ${MAX_DEPTH} levels deep.`);
    if (this.#elements > this.#maxElements)
      throw new GobError(`A value has more than ${this.#maxElements} entries.`);
  }

  leave(): void {
    this.#depth--;
  }
}
