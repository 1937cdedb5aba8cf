import type { FailureKind } from '../api/request-failure.ts';
import type { Fault } from './state.ts';

type PassingKind = Extract<FailureKind, 'offline' | 'unreachable' | 'busy'>;

/** Whether the backend is within reach, as it is known without writing anything. */
export interface Connection {
  /** Why nothing gets through at the moment; `ok` when it does, or when the reason does not pass by itself. */
  kind: 'ok' | PassingKind;
  /** When everything is tried again without the person's doing; `null` while no try is planned. */
  retryAt: number | null;
}

export const CONNECTED: Connection = { kind: 'ok', retryAt: null };

const PASSING: ReadonlySet<FailureKind> = new Set<PassingKind>(['offline', 'unreachable', 'busy']);

/** Faults that pass by themselves. */
export const isPassing = (kind: FailureKind): kind is PassingKind => PASSING.has(kind);

/** The same object comes back when nothing changes, so that React draws nothing again. */
export function connectionAfter(before: Connection, fault: Fault | null): Connection {
  if (fault === null || !isPassing(fault.kind)) return CONNECTED;
  return before.kind === fault.kind ? before : { kind: fault.kind, retryAt: before.retryAt };
}
