/**
 * Why a request did not succeed. `refused` is an answer of our backend and will not change by asking
 * again at once; the others are faults of the way to it, and asking again later may help.
 */
export type FailureKind = 'offline' | 'unreachable' | 'busy' | 'no_route' | 'signed_out' | 'refused';

export class RequestFailure extends Error {
  readonly kind: FailureKind;
  /** Code of the backend's refusal, for instance `version_conflict`; empty for faults of the way. */
  readonly code: string;
  readonly status: number;
  /** The to-do as it is now, with `version_conflict`. */
  readonly current: unknown;
  /** How long to wait, with `busy`; `null` for all others. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    facts: { code?: string; status?: number; current?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.code = facts.code ?? '';
    this.status = facts.status ?? 0;
    this.current = facts.current;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

export function asRequestFailure(thrown: unknown): RequestFailure {
  if (thrown instanceof RequestFailure) return thrown;
  return new RequestFailure('refused', thrown instanceof Error ? thrown.message : String(thrown));
}
