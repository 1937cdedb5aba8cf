/**
 * What the work comes to, or what `late` says when that takes longer. The work itself goes on; nobody hears how it ends.
 *
 * @param late called when the time is up; may throw
 */
export async function inTime<T, Late>(
  work: Promise<T>,
  withinMs: number,
  late: () => Late,
): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
  return Promise.race([work, timeIsUp.then(late)]).finally(() => clearTimeout(timer));
}
