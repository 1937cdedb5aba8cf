/** How long to wait after a failure: twice as long after each before it, from `firstMs` up to `lastMs`. */
export const doublingMs = (failuresBefore: number, firstMs: number, lastMs: number): number =>
  Math.min(lastMs, firstMs * 2 ** failuresBefore);
