/** Work that goes on after its request was answered; a stop waits for it. */
export interface Background {
  run(work: Promise<unknown>): void;
  /** Aborted when somebody waits for the end. */
  readonly stopping: AbortSignal;
  /** Resolves when nothing is left. */
  idle(): Promise<void>;
}

/** @param onFailure for what nobody awaits any more */
export function makeBackground(onFailure: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    stopping: stopping.signal,
    run(work) {
      const settled: Promise<void> = work
        .then(() => undefined, onFailure)
        .finally(() => running.delete(settled));
      running.add(settled);
    },
    async idle() {
      stopping.abort();
      while (running.size > 0) await Promise.all(running);
    },
  };
}
