/** The connection failed, was dropped, or took too long. */
export class NoAnswerError extends Error {
  /** True when Mattermost may have read the request, and so may have done what it asked. */
  readonly mayHaveHappened: boolean;

  constructor(cause: unknown, mayHaveHappened: boolean) {
    super(reason(cause), { cause });
    this.name = 'NoAnswerError';
    this.mayHaveHappened = mayHaveHappened;
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) {
    return String(cause);
  }
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError') {
    return 'no answer in time';
  }
  // An AggregateError of several addresses has an empty message.
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}
