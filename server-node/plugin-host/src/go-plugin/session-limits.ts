import type { PlaceLimits } from '../serve-http/places.ts';

export interface SessionLimits extends PlaceLimits {
  /** Limit of every API call. */
  readonly apiTimeoutMs: number;
  readonly hookTimeoutMs: number;
}

export const DEFAULT_LIMITS: SessionLimits = {
  apiTimeoutMs: 30_000,
  hookTimeoutMs: 30_000,
  maxRequests: 1_000,
  maxRequestsOfUnknown: 500,
};
