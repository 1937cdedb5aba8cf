import type { Caller } from '../../callers/ports.ts';

/** One person's request ids never meet another's. */
export function requestKeyOf(caller: Caller, requestId: string | undefined): string | undefined {
  return requestId === undefined ? undefined : `api:${caller.userId}:${requestId}`;
}
