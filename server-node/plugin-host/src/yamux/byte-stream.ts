export interface StreamListener {
  data(chunk: Buffer): void;
  /** The other side sends no more; we still may. */
  ended?(): void;
  /** Nothing goes either way any more. Without an error both sides had ended. */
  closed?(error?: Error): void;
}

/** One stream of a session. Arrived bytes wait until somebody listens. */
export interface ByteStream {
  readonly id: number;
  /** Takes ownership of `bytes`; they go out as the other side's window allows. */
  write(bytes: Uint8Array): void;
  /** Bytes that wait for the other side's window. */
  readonly waitingBytes: number;
  /** Sends no more after what was written. May be called again. */
  end(): void;
  /** Ends both directions at once. */
  reset(): void;
  listen(listener: StreamListener): void;
  /** Grants the other side as many bytes more. To be called for every byte that was taken in. */
  consumed(bytes: number): void;
}
