import type { TodoStore, TodoWriter } from '../todos/ports.ts';
import type { ChangeId } from '../todos/todo.ts';
import type { Run } from './runner.ts';
import type { WriteQueries } from './write-queries.ts';

/** The insert itself decides who was first; a second one waits in PostgreSQL until the first one's transaction ended. */
export function makeClaim(run: Run, queries: WriteQueries): TodoWriter['claim'] {
  return async (key, changeId, now) => {
    const fresh = await run(queries.claim({ claim_key: key, change_id: changeId, claimed_at: now }));
    if (fresh.length > 0) return undefined;
    const [earlier] = await run(queries.claimed({ key }));
    return { changeId: (earlier?.change_id ?? null) as ChangeId | null };
  };
}

export function makeLedTo(run: Run, queries: WriteQueries): TodoStore['ledTo'] {
  return async (key) => {
    const [earlier] = await run(queries.claimed({ key }));
    return earlier?.change_id as ChangeId | null | undefined;
  };
}
