import { ByteReader, NEED_MORE } from './byte-reader.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { GobError } from './gob-error.ts';
import type { AnyGobType, GobType } from './gob-type.ts';
import { withGoName } from './go-named.ts';
import type { IsSecret } from './secrets.ts';
import { isSecret } from './secrets.ts';
import { StreamTypes } from './stream-types.ts';
import type { PlanContext, ReadValue } from './value-plan.ts';
import { compilePlan, SCALARS } from './value-plan.ts';
import { ValueSize } from './value-size.ts';
import type { WireType } from './wire-type.ts';

export interface GobReaderOptions {
  /** Largest message accepted; a longer one ends the stream. */
  readonly maxMessageBytes?: number;
  /** Most list, map and struct entries in one value. */
  readonly maxElements?: number;
  /** Types of named interface values, such as `[]*model.SlackAttachment`. */
  readonly registered?: ReadonlyMap<string, AnyGobType>;
  readonly isSecret?: IsSecret;
  /** Shapes an interface value; by default the bare value. */
  readonly named?: (name: string, value: unknown) => unknown;
  readonly marshaled?: (name: string, bytes: Buffer) => unknown;
}

export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
const BASIC_NAMES = /^(?:bool|string|u?int\d*|float\d+|\[\]interface \{\}|map\[string\]interface \{\})$/;

/**
 * Decodes one direction of one gob stream, cut anywhere. A value may span several messages when type definitions
 * stand inside it; then everything read of it is rolled back until the rest has arrived.
 */
export class GobReader implements PlanContext {
  readonly #queue = new ChunkQueue();
  readonly #reader = new ByteReader();
  readonly #options: GobReaderOptions;
  readonly #maxBytes: number;
  readonly #types = new StreamTypes();
  readonly #size: ValueSize;
  readonly #plans = new Map<number, ReadValue>();
  readonly #names = new Map<number, string>();
  readonly #typedPlans = new Map<object, Map<number, ReadValue>>();
  #needed = 1;
  #available = 0;
  /** Whether an error now concerns one value that can be passed over, rather than the stream. */
  #inOneMessage = false;

  constructor(options: GobReaderOptions = {}) {
    this.#options = options;
    this.#maxBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
    this.#size = new ValueSize(options.maxElements);
  }

  push(chunk: Uint8Array): void {
    this.#queue.push(chunk);
  }

  /** Bytes received and not yet part of a decoded value. */
  get pendingBytes(): number {
    return this.#queue.length;
  }

  /** The type id of the next value, once its first message is complete. Takes in definitions before it. */
  peekTypeId(): number | undefined {
    return this.#atNextValue(() => {
      const at = this.#reader.position;
      const id = this.#reader.int();
      this.#reader.position = at;
      return id;
    });
  }

  /**
   * The next value as `{ value }`, or undefined until enough bytes came.
   * @throws {GobError} recoverable when the value was skipped as a whole; otherwise the stream is lost
   */
  read<Out, In>(type?: GobType<Out, In>): { value: Out } | undefined {
    return this.#atNextValue(() => {
      const value = this.#readTop(type);
      this.#commit();
      return { value: value as Out };
    });
  }

  /** Passes over the next value without building it. */
  skip(): boolean {
    return this.read() !== undefined;
  }

  wireType(id: number): WireType {
    return this.#types.get(id);
  }

  plan(id: number, type?: AnyGobType): ReadValue {
    let compiled: ReadValue | undefined;
    return (reader) => (compiled ??= this.#compiled(id, type))(reader);
  }

  readonly readInterface: ReadValue = (reader) => {
    const length = reader.uint();
    if (length === 0) return null;
    const at = reader.advance(length);
    const id = this.#interfaceTypeId();
    reader.uint();
    this.#skipNonStructMark(id);
    const scalar = SCALARS[id];
    if (scalar !== undefined && this.#options.named === undefined) return scalar(reader);
    return this.#readNamed(this.#nameOf(id, at, length), id);
  };

  isSecret(structName: string, fieldName: string): boolean {
    return (this.#options.isSecret ?? isSecret)(structName, fieldName);
  }

  marshaled(name: string, bytes: Buffer): unknown {
    return this.#options.marshaled?.(name, bytes) ?? bytes;
  }

  enter(elements: number): void {
    this.#size.enter(elements);
  }

  leave(): void {
    this.#size.leave();
  }

  #readNamed(name: string, id: number): unknown {
    this.enter(1);
    const value = this.#compiled(id, this.#options.registered?.get(name))(this.#reader);
    this.leave();
    return this.#named(name, value);
  }

  /** A Go type has one name in a stream; only its first use is decoded. */
  #nameOf(id: number, at: number, length: number): string {
    const known = this.#names.get(id);
    if (known?.length === length) return known;
    const name = this.#reader.textAt(at, length);
    this.#names.set(id, name);
    return name;
  }

  #named(name: string, value: unknown): unknown {
    if (this.#options.named !== undefined) return this.#options.named(name, value);
    if (typeof value !== 'object' || value === null || BASIC_NAMES.test(name)) return value;
    return withGoName(value, name);
  }

  /** Runs `act` with the cursor at the next value; undefined when its bytes are not all here. */
  #atNextValue<T>(act: () => T): T | undefined {
    if (this.#queue.length < this.#needed) return undefined;
    this.#start();
    try {
      this.#takeDefinitions();
      return act();
    } catch (error) {
      if (error !== NEED_MORE) throw this.#failed(error);
      this.#rollBack();
      return undefined;
    }
  }

  #start(): void {
    this.#reader.bytes = this.#queue.joined();
    this.#reader.position = 0;
    this.#available = this.#queue.length;
    this.#inOneMessage = false;
    this.#size.begin();
    this.#types.settle();
  }

  /** Definitions between values are taken in for good, each a message of its own. */
  #takeDefinitions(): void {
    for (;;) {
      this.#openMessage();
      const at = this.#reader.position;
      const id = this.#reader.int();
      if (id >= 0) {
        this.#reader.position = at;
        this.#inOneMessage = true;
        return;
      }
      this.#types.define(-id, this.#reader);
      this.#expectEnd();
      this.#commit();
      this.#start();
    }
  }

  #readTop(type: AnyGobType | undefined): unknown {
    const id = this.#reader.int();
    this.#skipNonStructMark(id);
    const value = this.#compiled(id, type)(this.#reader);
    this.#expectEnd();
    return value;
  }

  #compiled(id: number, type: AnyGobType | undefined): ReadValue {
    const plans = type === undefined ? this.#plans : this.#plansOf(type);
    let plan = plans.get(id);
    if (plan === undefined) plans.set(id, (plan = compilePlan(this, id, type)));
    return plan;
  }

  #plansOf(type: AnyGobType): Map<number, ReadValue> {
    let plans = this.#typedPlans.get(type.shape);
    if (plans === undefined) this.#typedPlans.set(type.shape, (plans = new Map()));
    return plans;
  }

  #skipNonStructMark(id: number): void {
    if (!this.#types.isStruct(id) && this.#reader.uint() !== 0)
      throw new GobError('A value that is no struct must start with 00.');
  }

  /** The id of an interface's concrete type, after the definitions that may stand before it. */
  #interfaceTypeId(): number {
    for (;;) {
      if (this.#reader.position === this.#reader.limit) this.#openMessage();
      const id = this.#reader.int();
      if (id >= 0) return id;
      this.#inOneMessage = false;
      this.#types.define(-id, this.#reader);
      if (this.#reader.position < this.#reader.limit) this.#reader.uint();
    }
  }

  #openMessage(): void {
    this.#inOneMessage = false;
    this.#reader.openMessage(this.#available, this.#maxBytes);
  }

  #expectEnd(): void {
    const rest = this.#reader.limit - this.#reader.position;
    if (rest !== 0) throw new GobError(`A message has ${rest} bytes more than its value.`);
  }

  #commit(): void {
    this.#queue.drop(this.#reader.position);
    this.#types.settle();
    this.#needed = 1;
  }

  /** Nothing was missing before the last message opened, so wait until that one can be complete. */
  #rollBack(): void {
    this.#types.takeBack();
    this.#needed = this.#reader.neededBytes;
    if (this.#needed > this.#maxBytes) throw new GobError(`A value needs more than ${this.#maxBytes} bytes.`);
  }

  #failed(error: unknown): unknown {
    if (!(error instanceof GobError) || !this.#inOneMessage) return error;
    this.#reader.position = this.#reader.limit;
    this.#commit();
    return new GobError(error.message, true);
  }
}
