import { useEffect, useState } from 'react';

const FIRST = 60;
const STEP = 60;

/**
 * How many rows to draw: a screenful at once, the others little by little while the browser is idle, so
 * that 1,000 to-dos never block it. In the end all are there, for search in the page and screen readers.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(FIRST);
  const isComplete = count >= total;
  useEffect(() => {
    if (isComplete) return;
    return whenIdle(() => setCount((before) => before + STEP));
  }, [count, isComplete]);
  return Math.min(total, count);
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const id = window.requestIdleCallback(work, { timeout: 500 });
    return () => window.cancelIdleCallback(id);
  }
  const id = setTimeout(work, 16);
  return () => clearTimeout(id);
}
