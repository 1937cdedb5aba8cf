import { useEffect, useState } from 'react';

const MARGIN_PX = 16;

/** How far above the lower edge of the window nothing hides a composer or its Send button, in pixels. */
export function usePlaceAboveComposers(): number {
  const [bottom, setBottom] = useState(heightOfComposers);
  useEffect(() => {
    const measure = () => setBottom(heightOfComposers());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return bottom;
}

/** That of the channel, and that of a thread in the right-hand sidebar. */
function heightOfComposers(): number {
  const composers = [...document.querySelectorAll('.AdvancedTextEditor')];
  const tops = composers.map((one) => one.getBoundingClientRect().top).filter((top) => top > 0);
  return MARGIN_PX + Math.max(0, window.innerHeight - Math.min(window.innerHeight, ...tops));
}
