/** Resolves when the work is done, or after `withinMs` without waiting for its end. */
export async function inTime(work: Promise<unknown>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
