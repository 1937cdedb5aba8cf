import type { EpochMs } from '../shared/time.ts';
import type { TakenWakeUp, WakeUp, WakeUpKey } from './wake-up.ts';

/** All wake-ups that `holder` has. `mark` changes as long as it is alive, and says nothing to any clock. */
export interface HeldWakeUps {
  readonly holder: string;
  readonly mark: number;
}

/** Within the transaction of a change. */
export interface WakeUpWriter {
  /** Each takes the place of the one with its key, whoever has that by now. Keys are different. */
  schedule(wakeUps: readonly WakeUp[]): Promise<void>;
  unschedule(keys: readonly WakeUpKey[]): Promise<void>;
  /**
   * Ends those of `keys` that `holder` still has, for ever: nobody else gets them, unless the transaction fails.
   *
   * @returns the keys of these; what was scheduled anew or taken away meanwhile is not among them
   */
  finish(keys: readonly WakeUpKey[], holder: string): Promise<WakeUpKey[]>;
}

/** The waiting wake-ups. They are written by {@link WakeUpWriter}, and handed over with it. */
export interface WakeUps {
  /** Gives `holder` up to `limit` that are due and that nobody has, oldest first, until it finishes or puts them off. */
  take(now: EpochMs, limit: number, holder: string): Promise<TakenWakeUp[]>;
  /** When the next one that nobody has is due; it may be over. */
  nextAt(): Promise<EpochMs | null>;
  /** Gives back what `holder` still has of these, to be due at `dueAt`. */
  putOff(keys: readonly WakeUpKey[], dueAt: EpochMs, holder: string): Promise<void>;
  /** Gives back all that `holder` has, as it was. */
  giveBack(holder: string): Promise<void>;
  /** Shows that `holder` is alive, and has what it took. */
  renew(holder: string): Promise<void>;
  held(): Promise<HeldWakeUps[]>;
  /** Takes from a holder what it has, unless it was renewed or finished meanwhile; all is due at once. */
  free(held: HeldWakeUps): Promise<void>;
  /**
   * Has those due at their own moment that were put off beyond `farthest`, which a clock did that has been set back
   * since. It walks through all, so it is for the start and for clocks that were set.
   */
  recall(farthest: EpochMs): Promise<void>;
  /** How many wait at all; walks through an index of all. */
  waiting(): Promise<number>;
}
