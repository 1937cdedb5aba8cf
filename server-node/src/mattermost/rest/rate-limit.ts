import { SECOND_MS } from '../../shared/time.ts';
import type { DirectAnswer } from './direct-transport.ts';

/** When a limited answer says nothing: Mattermost's default bucket refills in tenths of a second. */
const DEFAULT_WAIT_MS = SECOND_MS;

/**
 * How long Mattermost wants us to wait after a 429: `Retry-After`, else `X-Ratelimit-Reset` (which is until the
 * bucket is full again). Two limiters may answer at once, each with its header: the longer wait satisfies both.
 */
export function rateLimitWaitMs(answer: Pick<DirectAnswer, 'headers'>): number {
  const seconds =
    numbers(answer.headers['retry-after']).toSorted((a, b) => b - a)[0] ??
    numbers(answer.headers['x-ratelimit-reset']).toSorted((a, b) => b - a)[0];
  return seconds === undefined ? DEFAULT_WAIT_MS : seconds * SECOND_MS;
}

function numbers(values: readonly string[] | undefined): number[] {
  return (values ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => Number(value.trim() === '' ? NaN : value))
    .filter((value) => Number.isFinite(value) && value >= 0);
}
