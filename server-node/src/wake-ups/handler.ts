import type { ReplyDraft } from '../replies/reply.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TodoWriter } from '../todos/ports.ts';
import type { TakenWakeUp, WakeUpKey, WakeUpKind } from './wake-up.ts';

/** What one kind of wake-up is for. */
export interface WakeUpHandler {
  /**
   * Asks Mattermost and the store for what the handing over needs, all at once.
   *
   * @param wakeUps of this kind, due, oldest first; all of a person that are due are among them
   * @throws {AppError} mattermost_unavailable, store_unavailable: all are tried again soon
   */
  prepare(wakeUps: readonly TakenWakeUp[]): Promise<Prepared>;
}

export interface Prepared {
  /** Those that are better handed over later. */
  later: ReadonlyMap<WakeUpKey, EpochMs>;
  /**
   * What the bot says of these, decided anew within the transaction that ends them. It may be run again, so it has no
   * other effects.
   *
   * @param wakeUps some of those prepared, all of a person together, in the same order
   */
  handOver(writer: TodoWriter, wakeUps: readonly TakenWakeUp[]): Promise<readonly ReplyDraft[]>;
}

export type WakeUpHandlers = Readonly<Record<WakeUpKind, WakeUpHandler>>;
