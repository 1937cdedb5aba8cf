export interface SessionLimits {
  /** Limit of every API call. */
  readonly apiTimeoutMs: number;
  readonly hookTimeoutMs: number;
  readonly maxRequests: number;
}

export const DEFAULT_LIMITS: SessionLimits = {
  apiTimeoutMs: 30_000,
  hookTimeoutMs: 30_000,
  maxRequests: 1_000,
};
