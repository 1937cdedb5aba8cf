import { useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';

/** Timers stand still while a computer sleeps: so often the clock is looked at again at least. */
const LOOK_AGAIN_MS = 60_000;

/**
 * The time, taken anew when the moment is over at which something becomes otherwise.
 *
 * @param changesAt the next such moment after `now`; `null` for never
 */
export function useNow(changesAt: (now: number) => number | null): number {
  const app = useApp();
  const [now, setNow] = useState(app.now);
  const next = changesAt(now);
  useEffect(() => {
    if (next === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const left = next - app.now();
      if (left <= 0) setNow(app.now());
      else timer = setTimeout(look, Math.min(left, LOOK_AGAIN_MS));
    };
    timer = setTimeout(look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [app, next]);
  return now;
}
