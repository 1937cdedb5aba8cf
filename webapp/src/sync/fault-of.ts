import { asRequestFailure } from '../api/request-failure.ts';
import type { Fault } from '../model/state.ts';

/** @param now moment of the answer, from which a wait counts */
export function faultOf(thrown: unknown, now: number): Fault {
  const { kind, code, message, retryAfterMs } = asRequestFailure(thrown);
  return { kind, code, message, retryAt: retryAfterMs === null ? null : now + retryAfterMs };
}
