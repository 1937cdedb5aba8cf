import type { Clock, EpochMs } from './time.ts';

export interface ShortMemory<T> {
  /** The remembered answer, or what `ask` says; those who ask for one key at the same time share one asking. */
  recall(key: string, ask: () => Promise<T>): Promise<T>;
  /** The remembered answer, while it is good. */
  known(key: string): T | undefined;
  /** What `ask` says now; remembered for those who recall it. */
  renew(key: string, ask: () => Promise<T>): Promise<T>;
  forget(key: string): void;
}

export interface ShortMemoryOptions<T> {
  now: Clock;
  /** How long an answer is good; 0: not at all. */
  keepMs: (value: T) => number;
  /** Above it the oldest answers are forgotten. */
  maxEntries: number;
}

interface Entry<T> {
  value: T;
  askedAt: EpochMs;
  keepMs: number;
}

/** Remembers answers for a short while. Failures are never remembered. */
export function makeShortMemory<T>({ now, keepMs, maxEntries }: ShortMemoryOptions<T>): ShortMemory<T> {
  const entries = new Map<string, Entry<T>>();
  const asking = new Map<string, Promise<T>>();

  function remember(key: string, value: T, askedAt: number): void {
    entries.delete(key);
    entries.set(key, { value, askedAt, keepMs: keepMs(value) });
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) {
        break;
      }
      entries.delete(oldest);
    }
  }

  async function askAndRemember(key: string, ask: () => Promise<T>): Promise<T> {
    const askedAt = now();
    try {
      const value = await ask();
      remember(key, value, askedAt);
      return value;
    } finally {
      asking.delete(key);
    }
  }

  function renew(key: string, ask: () => Promise<T>): Promise<T> {
    const running = asking.get(key) ?? askAndRemember(key, ask);
    asking.set(key, running);
    return running;
  }

  function goodEntry(key: string): Entry<T> | undefined {
    const entry = entries.get(key);
    return entry !== undefined && isGood(entry, now()) ? entry : undefined;
  }

  return {
    known: (key) => goodEntry(key)?.value,
    renew,
    recall(key, ask) {
      const entry = goodEntry(key);
      return entry === undefined ? renew(key, ask) : Promise.resolve(entry.value);
    },
    forget: (key) => void entries.delete(key),
  };
}

/** An age below 0 means that the clock was put back: then nothing is known of the true age. */
function isGood({ askedAt, keepMs }: Entry<unknown>, now: EpochMs): boolean {
  const ageMs = now - askedAt;
  return ageMs >= 0 && ageMs < keepMs;
}
