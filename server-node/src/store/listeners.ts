import type { Logger } from '../shared/logger.ts';

/** Those who want to hear of something. One that throws is logged and does not disturb the others. */
export function makeListeners<Event>(logger: Logger) {
  const listeners = new Set<{ call: (event: Event) => void }>();
  return {
    get some(): boolean {
      return listeners.size > 0;
    },
    add(call: (event: Event) => void): () => void {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(event: Event): void {
      for (const { call } of listeners) {
        try {
          call(event);
        } catch (error) {
          logger.error({ err: error }, 'A listener of the store failed.');
        }
      }
    },
  };
}
