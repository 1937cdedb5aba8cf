const LONGEST_SPREAD_MS = 10_000;

/**
 * Waiting time before the next try: doubles from 1 s to 30 s, and is spread by half, so that after an
 * outage the browsers of a whole company do not all come back in the same second.
 */
export function backOffMs(failures: number, random: () => number): number {
  const full = Math.min(30_000, 1_000 * 2 ** Math.min(failures, 5));
  return full / 2 + random() * (full / 2);
}

/** Never before the backend wants it, and spread likewise: all whom it sent away were told the same moment. */
export function retryInMs(retryAfterMs: number | null, failures: number, random: () => number): number {
  if (retryAfterMs === null) return backOffMs(failures, random);
  return retryAfterMs + random() * Math.min(retryAfterMs, LONGEST_SPREAD_MS);
}
