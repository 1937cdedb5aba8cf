/** Work for later that does not outlive the plugin. */
export function makeTimers() {
  const running = new Set<ReturnType<typeof setTimeout>>();
  return {
    later(work: () => void, delayMs: number): void {
      const timer = setTimeout(() => {
        running.delete(timer);
        work();
      }, delayMs);
      running.add(timer);
    },
    stop(): void {
      running.forEach((timer) => clearTimeout(timer));
      running.clear();
    },
  };
}

export type Timers = ReturnType<typeof makeTimers>;
