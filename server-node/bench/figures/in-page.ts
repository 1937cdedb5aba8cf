/* Functions that run in the page, so each stands alone. */

/** Scrolls through the whole list and back, a frame at a time. @returns ms of the longest task meanwhile; 0: none above 50 */
export async function longestTaskWhileScrolling(): Promise<number> {
  const row = document.querySelector('.todo-node-row');
  let scroller: Element | null | undefined = row?.parentElement;
  while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
  if (!scroller) throw new Error('Nothing in the sidebar scrolls.');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const durations = [0];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const bottom = scroller.scrollHeight;
  if (bottom < 20_000) throw new Error(`Only ${bottom} px to scroll: not all to-dos are there.`);
  for (const step of [bottom / 60, -bottom / 60]) {
    for (let n = 0; n < 60; n += 1) {
      scroller.scrollTop += step;
      await frame();
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return Math.max(...durations);
}

/** @returns ms from the next Enter until the frame in which a row with this text is painted */
export function msUntilPainted(text: string): Promise<number> {
  return new Promise((resolve) => {
    let pressedAt = 0;
    document.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), {
      once: true,
      capture: true,
    });
    const observer = new MutationObserver(() => {
      const rows = [...document.querySelectorAll('.todo-node-row')];
      if (pressedAt === 0 || !rows.some((row) => row.textContent?.includes(text))) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
