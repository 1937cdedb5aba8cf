import { mayUse } from '../../callers/list-access.ts';
import type { Caller, RequestIdentity } from '../../callers/ports.ts';
import { API_PATH } from '../../contract/paths.ts';
import type { UserId } from '../../shared/ids.ts';
import { SHARED_LIST } from '../../todos/list.ts';
import { HOUR_MS, type Clock, type EpochMs } from '../../shared/time.ts';

/** Somebody who has not read the list for this long has it no longer before their eyes. */
const REMEMBERED_MS = 12 * HOUR_MS;
const MOST = 5_000;
const SHARED_PATH = `${API_PATH}/lists/shared`;

/**
 * Who reads the shared list. No WebSocket broadcast fits it: there is no channel whose members are all but guests.
 * So those hear of its changes who fetched it lately; others fetch it when they open it.
 */
export function makeSharedAudience(now: Clock) {
  const seenAt = new Map<UserId, EpochMs>();
  return {
    /** Takes in the caller of a request that is for the shared list. */
    async noting(request: RequestIdentity & { path?: string }, caller: Caller): Promise<Caller> {
      if (request.path?.startsWith(SHARED_PATH) !== true) return caller;
      if (!(await mayUse(caller, ['see'], { listId: SHARED_LIST }, 'recent'))) return caller;
      seenAt.delete(caller.userId);
      seenAt.set(caller.userId, now());
      const [oldest] = seenAt.keys();
      if (seenAt.size > MOST && oldest !== undefined) seenAt.delete(oldest);
      return caller;
    },
    readers(): UserId[] {
      for (const [userId, at] of seenAt) if (now() - at > REMEMBERED_MS) seenAt.delete(userId);
      return [...seenAt.keys()];
    },
  };
}

export type SharedAudience = ReturnType<typeof makeSharedAudience>;
