import PQueue from 'p-queue';

/** Mattermost is asked so much at once, and no more. */
const AT_ONCE = 16;

/** Does something for each, several at a time. @throws what the first that fails throws */
export async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await new PQueue({ concurrency: AT_ONCE }).addAll(items.map((item) => () => work(item)));
}
