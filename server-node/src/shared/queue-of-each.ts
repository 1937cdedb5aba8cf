import PQueue from 'p-queue';

/**
 * A queue for each key. It is forgotten when it has run empty, so something must be added to what this returns.
 *
 * @param concurrency at once for one key
 * @param onIdle called when the queue of a key has run empty
 */
export function makeQueueOfEach<Key>(concurrency: number, onIdle?: (key: Key) => void): (key: Key) => PQueue {
  const queues = new Map<Key, PQueue>();
  return (key) => {
    const known = queues.get(key);
    if (known !== undefined) return known;
    const queue = new PQueue({ concurrency });
    queue.on('idle', () => {
      queues.delete(key);
      onIdle?.(key);
    });
    queues.set(key, queue);
    return queue;
  };
}
