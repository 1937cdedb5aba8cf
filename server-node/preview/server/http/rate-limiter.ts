import { configSection } from '../site/config-section.ts';
import type { World } from '../site/world.ts';

export interface Verdict {
  allowed: boolean;
  /** Names and values of the headers that tell the client. */
  headers: Record<string, string>;
}

/**
 * The generic cell rate algorithm, as Mattermost's limiter uses it: `MaxBurst` + 1 calls at once, then `PerSec`.
 * A key's state is the moment when its bucket will be full again.
 */
export class RateLimiter {
  readonly #fullAt = new Map<string, number>();
  readonly #perSec: number;
  readonly #limit: number;

  constructor(perSec: number, maxBurst: number) {
    this.#perSec = perSec;
    this.#limit = maxBurst + 1;
  }

  take(key: string, now: number): Verdict {
    const emissionMs = 1000 / this.#perSec;
    const capacityMs = emissionMs * this.#limit;
    const before = Math.max(this.#fullAt.get(key) ?? now, now);
    const after = before + emissionMs;
    const allowed = after - now <= capacityMs;
    if (allowed) this.#fullAt.set(key, after);
    const fullAt = allowed ? after : before;
    return {
      allowed,
      headers: {
        'X-Ratelimit-Limit': String(this.#limit),
        'X-Ratelimit-Remaining': String(Math.max(0, Math.floor((capacityMs - (fullAt - now)) / emissionMs))),
        'X-Ratelimit-Reset': String(Math.ceil((fullAt - now) / 1000)),
        ...(allowed
          ? {}
          : { 'Retry-After': String(Math.max(1, Math.ceil((after - now - capacityMs) / 1000))) }),
      },
    };
  }
}

/** @returns a function that judges one more call from an address; undefined verdict while the limit is off. */
export function rateLimiting(world: World, now: () => number) {
  let limiter: RateLimiter | undefined;
  let settings = '';
  return (address: string): Verdict | undefined => {
    const { Enable, PerSec, MaxBurst } = configSection(world, 'RateLimitSettings');
    if (Enable !== true) return undefined;
    if (limiter === undefined || settings !== `${PerSec}/${MaxBurst}`) {
      settings = `${PerSec}/${MaxBurst}`;
      limiter = new RateLimiter(Number(PerSec), Number(MaxBurst));
    }
    return limiter.take(address, now());
  };
}
