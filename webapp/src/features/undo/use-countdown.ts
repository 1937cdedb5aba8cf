import { useCallback, useEffect, useRef } from 'react';

/** Calls `onEnd` once after `lengthMs`; a pause starts the whole time again. */
export function useCountdown(lengthMs: number, onEnd: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const pause = useCallback(() => clearTimeout(timer.current), []);
  const resume = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => end.current(), lengthMs);
  }, [lengthMs]);
  useEffect(() => {
    resume();
    return pause;
  }, [pause, resume]);
  return { pause, resume };
}
