const FLOAT = Buffer.alloc(8);
const INITIAL_BYTES = 4096;
/** A scratch buffer that once grew beyond this is given back after use. */
const KEEP_BYTES = 1 << 20;
const SHORT_TEXT = 40;
/** Up to here a loop is faster than leaving JavaScript. */
const SHORT_BYTES = 24;

/** A growing scratch buffer with gob's primitives. Not a stream: {@link take} hands out what was written. */
export class ByteWriter {
  bytes = Buffer.allocUnsafe(INITIAL_BYTES);
  length = 0;

  byte(value: number): void {
    if (this.length >= this.bytes.length) this.#grow(1);
    this.bytes[this.length++] = value;
  }

  uint(value: number): void {
    if (value < 128) return this.byte(value);
    const size = value < 0x100 ? 1 : value < 0x10000 ? 2 : value < 0x1000000 ? 3 : bytesOf(value);
    this.#room(9);
    this.bytes[this.length++] = 256 - size;
    this.length += size;
    for (let index = 1, rest = value; index <= size; index++) {
      this.bytes[this.length - index] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }

  int(value: number): void {
    if (Math.abs(value) >= 2 ** 52) return this.bigInt(BigInt(value));
    this.uint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  bigInt(value: bigint): void {
    const unsigned = value >= 0n ? value * 2n : -value * 2n - 1n;
    if (unsigned <= 0xffffffffffffn) return this.uint(Number(unsigned));
    const hex = unsigned.toString(16);
    const encoded = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
    this.byte(256 - encoded.length);
    this.raw(encoded);
  }

  float(value: number): void {
    FLOAT.writeDoubleLE(value, 0);
    let start = 0;
    while (start < 7 && FLOAT[start] === 0) start++;
    if (start === 7 && (FLOAT[7] as number) < 128) return this.byte(FLOAT[7] as number);
    this.byte(256 - (8 - start));
    this.raw(FLOAT.subarray(start));
  }

  text(value: string): void {
    if (value.length <= SHORT_TEXT) return this.#shortText(value);
    const size = Buffer.byteLength(value);
    this.uint(size);
    this.#room(size);
    this.length += this.bytes.write(value, this.length, size, 'utf8');
  }

  blob(value: Uint8Array): void {
    this.uint(value.length);
    this.raw(value);
  }

  raw(value: Uint8Array): void {
    this.#room(value.length);
    if (value.length > SHORT_BYTES) this.bytes.set(value, this.length);
    else
      for (let index = 0; index < value.length; index++)
        this.bytes[this.length + index] = value[index] as number;
    this.length += value.length;
  }

  /** Makes room for a length that is not known yet. @returns what {@link closeLength} needs */
  openLength(): number {
    this.byte(0);
    return this.length;
  }

  /** Fills in the length of everything written since; one byte is the rule, longer ones move what follows. */
  closeLength(start: number): void {
    const size = this.length - start;
    if (size < 128) {
      this.bytes[start - 1] = size;
      return;
    }
    const more = bytesOf(size);
    this.#room(more);
    this.bytes.copyWithin(start + more, start, this.length);
    this.length = start - 1;
    this.uint(size);
    this.length += size;
  }

  /** A copy of what was written; the writer is empty afterwards. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    if (this.bytes.length > KEEP_BYTES) this.bytes = Buffer.allocUnsafe(INITIAL_BYTES);
    return taken;
  }

  /** At most 40 UTF-16 units are at most 120 bytes, so the length fits one byte and can be filled in afterwards. */
  #shortText(value: string): void {
    this.#room(1 + 3 * value.length);
    const at = this.length;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        this.bytes[at] = this.bytes.write(value, at + 1, 3 * value.length, 'utf8');
        this.length = at + 1 + (this.bytes[at] as number);
        return;
      }
      this.bytes[at + 1 + index] = code;
    }
    this.bytes[at] = value.length;
    this.length = at + 1 + value.length;
  }

  #room(needed: number): void {
    if (this.length + needed > this.bytes.length) this.#grow(needed);
  }

  #grow(needed: number): void {
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + needed));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

function bytesOf(value: number): number {
  let size = 1;
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) size++;
  return size;
}
