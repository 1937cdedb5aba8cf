/** Every way in which a request can be refused. A code is for programs, the message for people. */
export type ErrorCode =
  | 'invalid_input'
  | 'not_signed_in'
  | 'csrf_failed'
  | 'forbidden'
  | 'list_forbidden'
  | 'list_archived'
  | 'todo_not_found'
  | 'not_found'
  | 'person_not_found'
  | 'person_not_askable'
  | 'text_too_long'
  | 'text_empty'
  | 'ambiguous_word'
  | 'list_full'
  | 'not_allowed'
  | 'wrong_state'
  | 'too_many_requested'
  | 'version_conflict'
  | 'nothing_to_undo'
  | 'changed_since'
  | 'not_your_change'
  | 'body_too_large'
  | 'too_slow'
  | 'unsupported_type'
  | 'post_only'
  | 'too_many_requests'
  | 'program_busy'
  | 'program_failed'
  | 'program_only'
  | 'wrong_token'
  | 'mattermost_unavailable'
  | 'store_unavailable'
  | 'store_full'
  | 'store_too_new'
  | 'store_damaged'
  | 'invalid_config'
  | 'stopping';

/** Thrown for everything a caller can be told. `message` says what was expected, what came, what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Facts for the answer, for instance the current to-do of a conflict. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }
}
