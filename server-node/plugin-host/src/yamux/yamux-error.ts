export type YamuxErrorCode =
  'protocol' | 'session_closed' | 'stream_reset' | 'going_away' | 'too_many_streams';

export class YamuxError extends Error {
  readonly code: YamuxErrorCode;

  constructor(code: YamuxErrorCode, message: string) {
    super(message);
    this.name = 'YamuxError';
    this.code = code;
  }
}
