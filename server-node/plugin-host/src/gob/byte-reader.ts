import { GobError } from './gob-error.ts';

/** Thrown when a value continues in a message that has not arrived yet. */
export const NEED_MORE = Symbol('more bytes needed');

const FLOAT = Buffer.alloc(8);
/** Up to here joining characters is faster than leaving JavaScript. */
const SHORT_TEXT = 12;

/** Node's own fast path, missing in its types. */
const utf8Slice = (
  Buffer.prototype as unknown as { utf8Slice(this: Buffer, start: number, end: number): string }
).utf8Slice;

/** A cursor over bytes that may hold several gob messages; reads never pass the current message's end. */
export class ByteReader {
  bytes: Buffer = Buffer.alloc(0);
  position = 0;
  /** End of the current message. */
  limit = 0;

  /** Bytes of the last integer that had more than one. */
  #longLength = 0;

  uint(): number {
    if (this.position >= this.limit) throw this.#tooShort();
    const first = this.bytes[this.position++] as number;
    return first < 128 ? first : this.#longUint(256 - first);
  }

  int(): number {
    const value = this.uint();
    if (value > Number.MAX_SAFE_INTEGER) return Number(this.#bigIntAgain());
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** As {@link int}, exact: a bigint beyond 2^53. */
  exactInt(): number | bigint {
    const value = this.uint();
    if (value > Number.MAX_SAFE_INTEGER) return narrow(this.#bigIntAgain());
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A float is sent as the unsigned integer that its bytes, lowest first, make. */
  float(): number {
    const first = this.take(1)[0] as number;
    if (first < 128) return this.#doubleOf([first]);
    if (first < 248) throw new GobError(`A float has at most 8 bytes; got ${256 - first}.`);
    return this.#doubleOf(this.take(256 - first));
  }

  bool(): boolean {
    const value = this.uint();
    if (value > 1) throw new GobError(`A boolean is 0 or 1; got ${value}.`);
    return value === 1;
  }

  text(): string {
    const length = this.uint();
    const start = this.advance(length);
    return this.textAt(start, length);
  }

  textAt(start: number, length: number): string {
    if (length > SHORT_TEXT) return utf8Slice.call(this.bytes, start, start + length);
    return this.#shortText(start, start + length);
  }

  /** A view, valid as long as nobody writes to the underlying chunk. */
  take(length: number): Buffer {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** Bytes from the start that must be there before the message that was missing can be complete. */
  neededBytes = 0;

  /** Opens the message at the cursor; throws {@link NEED_MORE} unless all of it is there. */
  openMessage(available: number, maxBytes: number): void {
    this.limit = available;
    this.#need(1);
    const first = this.bytes[this.position] as number;
    if (first >= 128) this.#need(257 - first);
    const length = this.uint();
    if (length > maxBytes) {
      throw new GobError(`A message of ${length} bytes came; at most ${maxBytes} are accepted.`);
    }
    this.#need(length);
    this.limit = this.position + length;
  }

  #need(count: number): void {
    this.neededBytes = this.position + count;
    if (this.neededBytes > this.limit) throw NEED_MORE;
  }

  #shortText(start: number, end: number): string {
    let text = '';
    for (let index = start; index < end; index++) {
      const code = this.bytes[index] as number;
      if (code > 127) return utf8Slice.call(this.bytes, start, end);
      text += String.fromCharCode(code);
    }
    return text;
  }

  #longUint(length: number): number {
    if (length > 8) throw new GobError(`An unsigned integer has at most 8 bytes; got ${length}.`);
    const start = this.advance(length);
    this.#longLength = length;
    let value = 0;
    for (let index = start; index < this.position; index++)
      value = value * 256 + (this.bytes[index] as number);
    return value;
  }

  /** Reads the integer just passed by once more: its 7 or 8 bytes lie directly before the cursor. */
  #bigIntAgain(): bigint {
    const hex = this.bytes.subarray(this.position - this.#longLength, this.position).toString('hex');
    const value = BigInt(`0x${hex}`);
    return value % 2n === 0n ? value / 2n : -(value + 1n) / 2n;
  }

  #doubleOf(digits: ArrayLike<number>): number {
    FLOAT.fill(0);
    FLOAT.set(digits, 8 - digits.length);
    return FLOAT.readDoubleLE(0);
  }

  /** Passes over bytes. @returns where they start */
  advance(length: number): number {
    const start = this.position;
    if (!(start + length <= this.limit)) throw this.#tooShort();
    this.position = start + length;
    return start;
  }

  #tooShort(): GobError {
    return new GobError('A value runs past the end of its message.');
  }
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
