/** Mattermost is asked so much at once, and no more. */
const AT_ONCE = 16;

/** Does something for each, several at a time. @throws what the first that fails throws */
export async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const item of left) await work(item);
  });
  await Promise.all(workers);
}
