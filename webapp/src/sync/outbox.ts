import { asRequestFailure, type RequestFailure } from '../api/request-failure.ts';
import { addedRows, type Pending } from '../model/state.ts';
import { retryInMs } from './back-off.ts';
import { faultOf } from './fault-of.ts';
import { sendPending } from './send-pending.ts';
import type { SyncDeps } from './sync-deps.ts';

export interface OutboxEvents {
  /** The change was taken, or refused for good. */
  onSettled(one: Pending): void;
  /** Nothing gets through; it is tried again by itself. */
  onFault(): void;
}

/**
 * Sends unconfirmed changes one by one, in the order in which they were made. While nothing gets through
 * they wait; one that the backend refuses steps aside and stays on its row.
 */
export function makeOutbox(deps: SyncDeps, events: OutboxEvents) {
  let sending: string | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function sendNext(): Promise<void> {
    const next = stopped || sending !== null ? undefined : nextToSend(deps.read().outbox);
    if (next === undefined) return;
    sending = next.requestId;
    const outcome = await attempt(deps, next);
    sending = null;
    if (stopped) return;
    if (outcome === null) return proceed(next);
    if (outcome.kind !== 'refused') return wait(outcome);
    const { requestId } = next;
    deps.dispatch({
      type: 'todo-node/refused',
      requestId,
      fault: faultOf(outcome, deps.now()),
      current: outcome.current,
    });
    proceed(next);
  }

  function proceed(one: Pending): void {
    failures = 0;
    deps.dispatch({ type: 'todo-node/fault', fault: null });
    events.onSettled(one);
    void sendNext();
  }

  function wait(failure: RequestFailure): void {
    deps.dispatch({ type: 'todo-node/fault', fault: faultOf(failure, deps.now()) });
    clearTimeout(timer);
    timer = setTimeout(() => void sendNext(), retryInMs(failure.retryAfterMs, failures, deps.random));
    failures += 1;
    events.onFault();
  }

  return {
    /** To be called after each change of the outbox, and when the way may be free again. */
    poke(): void {
      clearTimeout(timer);
      void sendNext();
    },
    isSending: (requestId: string): boolean => sending === requestId,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

export type Outbox = ReturnType<typeof makeOutbox>;

async function attempt(deps: SyncDeps, one: Pending): Promise<RequestFailure | null> {
  try {
    const change = await sendPending(deps.api, one);
    deps.dispatch({ type: 'todo-node/confirmed', requestId: one.requestId, change });
    return null;
  } catch (thrown) {
    return asRequestFailure(thrown);
  }
}

/** A change to a to-do that is itself refused has nothing to refer to: it waits with it. */
function nextToSend(outbox: readonly Pending[]): Pending | undefined {
  const unnamed = new Set(
    outbox.flatMap((one) => (one.kind === 'add' ? addedRows(one).map(({ localId }) => localId) : [])),
  );
  return outbox.find((one) => one.refusal === null && !('todoId' in one && unnamed.has(one.todoId)));
}
