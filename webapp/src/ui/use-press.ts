import { useCallback, useRef } from 'react';

/**
 * Holds back what would move the layout between the press and the release of a pointer: the release would then hit
 * something else, and the click would be lost.
 */
export function usePress() {
  const isDown = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  const onPointerDownCapture = useCallback((): void => {
    if (isDown.current) return;
    isDown.current = true;
    const ends = ['pointerup', 'pointercancel'] as const;
    const onEnd = (): void => {
      for (const end of ends) window.removeEventListener(end, onEnd, true);
      // The click comes right after the release.
      setTimeout(() => {
        isDown.current = false;
        for (const work of waiting.current.splice(0)) work();
      });
    };
    for (const end of ends) window.addEventListener(end, onEnd, true);
  }, []);

  /** Does it at once, or after the click of a press that is under way. */
  const afterClick = useCallback((work: () => void): void => {
    if (isDown.current) waiting.current.push(work);
    else work();
  }, []);

  return { onPointerDownCapture, afterClick };
}
