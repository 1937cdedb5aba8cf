import { MINUTE_MS, SECOND_MS, type EpochMs } from '../../shared/time.ts';
import type { Subscriber } from './subscribers.ts';

/** A span from which a moment is taken by chance, in milliseconds. */
export type Span = readonly [least: number, most: number];

/**
 * Between two checks of one stream, by chance: those that connected together, as all do after a restart, are not
 * asked about together. With the 30 s for which an answer is remembered, a session that has ended reads for 80 s at most.
 */
export const NEXT_CHECK_MS: Span = [25 * SECOND_MS, 50 * SECOND_MS];
/** After something could not be asked or told. */
export const HURRIED_CHECK_MS: Span = [2 * SECOND_MS, 10 * SECOND_MS];
/** While Mattermost is away nobody can say who is signed out. A stream is then kept, but told nothing. */
const BELIEVED_FOR_MS = 2 * MINUTE_MS;

/** @param random 0 to 1 */
export const dueIn = ([least, most]: Span, random: () => number): number => least + random() * (most - least);

/** Whether it is known for recent enough who reads the stream. */
export function isProven({ identifiedAt }: Pick<Subscriber, 'identifiedAt'>, now: EpochMs): boolean {
  const ageMs = now - identifiedAt;
  return ageMs >= 0 && ageMs < BELIEVED_FOR_MS;
}
