import type { ByteReader } from './byte-reader.ts';
import { GobError } from './gob-error.ts';
import type { WireType } from './wire-type.ts';
import { FIRST_USER_ID, readWireType } from './wire-type.ts';

const MAX_TYPES = 10_000;

/** What a stream has defined so far. Definitions within a value can be taken back until the value is complete. */
export class StreamTypes {
  readonly #types = new Map<number, WireType>();
  #unsettled: number[] = [];

  get(id: number): WireType {
    const type = this.#types.get(id);
    if (type === undefined) throw new GobError(`Type ${id} was used before its definition.`);
    return type;
  }

  isStruct(id: number): boolean {
    return id >= FIRST_USER_ID && this.get(id).kind === 'struct';
  }

  /** Takes in the definition at the cursor. */
  define(id: number, reader: ByteReader): void {
    if (id < FIRST_USER_ID || this.#types.has(id))
      throw new GobError(`Type ${id} may not be defined (again).`);
    if (this.#types.size >= MAX_TYPES) throw new GobError(`A stream may define ${MAX_TYPES} types.`);
    this.#types.set(id, readWireType(reader));
    this.#unsettled.push(id);
  }

  settle(): void {
    if (this.#unsettled.length > 0) this.#unsettled = [];
  }

  takeBack(): void {
    for (const id of this.#unsettled) this.#types.delete(id);
    this.settle();
  }
}
