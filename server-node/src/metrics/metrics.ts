import type { Verb } from '../contract/vocabulary.ts';
import type { FormKind } from '../presses/form-act.ts';
import type { PressKind } from '../replies/press-act.ts';
import type { WakeUpKind } from '../wake-ups/wake-up.ts';
import type { Surface } from '../program/ports.ts';

/** `unknown`: what was pressed was refused before anything was known of it, or failed. */
export type PressedKind = PressKind | `form_${FormKind}` | 'unknown';

/**
 * What is counted and timed for operators. Every label has few values, all of them words of this project or of the
 * protocols: no name, id or text of a person. Times are in milliseconds.
 */
export interface Metrics {
  /** @param ms left out for streams, which last for hours */
  request(labels: { method: string; route: string; status: string }, ms?: number): void;
  command(labels: {
    verb: Verb | 'none';
    surface: Surface | 'other';
    outcome: 'ok' | 'refused' | 'failed';
  }): void;
  /** `refused`: whoever pressed was told why. */
  press(labels: { act: PressedKind; outcome: 'ok' | 'refused' | 'failed' }): void;
  /** `endpoint` without ids; each try of a call counts. */
  mattermostCall(labels: { endpoint: string; outcome: string }, ms: number): void;
  store(labels: { kind: 'read' | 'write'; outcome: 'ok' | 'failed' }, ms: number): void;
  /** How long after it was due a wake-up was handed over. */
  wakeUp(kind: WakeUpKind, lateMs: number): void;
  /** Asked anew for each {@link text}; a newer one takes its place. @returns how to end that */
  watch(observe: () => Promise<Observed>): () => void;
  /** As Prometheus reads it. */
  text(): Promise<{ type: string; text: string }>;
}

/** What is left out is not known, or is not there with this host. */
export interface Observed {
  databaseUp?: boolean;
  mattermostUp?: boolean;
  outboxWaiting?: number;
  outboxOldestMs?: number;
  wakeUpsWaiting?: number;
  streams?: number;
}
