import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

export type WakeUpKey = string & { readonly __brand: 'WakeUpKey' };

/** What this version knows to do. Those of a newer one wait for a process that knows them. */
export const WAKE_UP_KINDS = ['reminder', 'digest', 'living_post', 'request', 'outcome', 'thread'] as const;
export type WakeUpKind = (typeof WAKE_UP_KINDS)[number];

/** Something that has to happen once, at a moment or as soon after it as can be. */
export interface WakeUp {
  /** One that is scheduled with the same key takes the place of the one before. */
  readonly key: WakeUpKey;
  readonly at: EpochMs;
  readonly kind: WakeUpKind;
  /** Whom it is for. */
  readonly personId: UserId;
  /** What it is about, in a form of the kind's own. */
  readonly about: string;
}

/** One that a holder has the lease of. */
export interface TakenWakeUp extends WakeUp {
  /** How often it was taken before: 0 the first time, more after a failure, a crash or quiet hours. */
  readonly attempts: number;
  /** Its moment, or the one to which it was put off. */
  readonly dueAt: EpochMs;
}
