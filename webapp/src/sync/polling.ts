/** How often to ask where the event stream does not get through; an unchanged list is answered by 304. */
export const POLL_MS = 15_000;

export function startPolling({ poll, isNeeded }: { poll: () => void; isNeeded: () => boolean }) {
  const timer = setInterval(() => {
    if (isNeeded()) poll();
  }, POLL_MS);
  return { stop: () => clearInterval(timer) };
}
