/**
 * Bytes or a value that gob cannot carry.
 *
 * `recoverable` says whether the stream can go on: the offending value lay in one message and has been skipped,
 * or nothing of it has been written.
 */
export class GobError extends Error {
  readonly recoverable: boolean;

  constructor(message: string, recoverable = false) {
    super(message);
    this.name = 'GobError';
    this.recoverable = recoverable;
  }
}
