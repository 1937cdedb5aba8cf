import { isPassing } from '../model/connection.ts';
import { retryInMs } from './back-off.ts';
import type { SyncDeps } from './sync-deps.ts';

export interface ComeBackDeps extends Pick<SyncDeps, 'read' | 'dispatch' | 'now' | 'random'> {
  /** A window out of sight asks for nothing; it catches up when it is seen. */
  isVisible: () => boolean;
  /** Asks for everything again. */
  again(): void;
}

/**
 * Asks again after a fault that passes by itself: after the wait that the backend wants, else after a growing
 * pause. Says in the state when that is.
 */
export function makeComeBack(deps: ComeBackDeps) {
  let failures = 0;
  let plannedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function plan(retryAt: number | null): void {
    cancel();
    const retryAfterMs = retryAt === null ? null : Math.max(0, retryAt - deps.now());
    const waitMs = retryInMs(retryAfterMs, failures, deps.random);
    plannedAt = deps.now() + waitMs;
    timer = setTimeout(() => {
      timer = undefined;
      failures += 1;
      if (deps.isVisible()) deps.again();
    }, waitMs);
  }

  return {
    isWaiting: () => timer !== undefined,
    /** To be called whenever something was asked for. A try that is planned stays, unless it would be too early. */
    look(): void {
      const { fault } = deps.read();
      if (stopped) return;
      if (fault === null || !isPassing(fault.kind)) {
        failures = 0;
        return cancel();
      }
      if (timer === undefined || plannedAt < (fault.retryAt ?? 0)) plan(fault.retryAt);
      deps.dispatch({ type: 'todo-node/retryAt', retryAt: plannedAt });
    },
    stop(): void {
      stopped = true;
      cancel();
    },
  };
}
