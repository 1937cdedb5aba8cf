import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Recipients } from '../reminders/ports.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import { channelListKey, type LivingPost } from './living-post.ts';
import type { Show } from './shown.ts';

export interface ShowEndedDeps {
  store: Pick<TodoStore, 'transaction'>;
  languages: Pick<Languages, 'ofAll'>;
  recipients: Pick<Recipients, 'siteUrl'>;
  now: Clock;
}

/** So often it is looked whether the one that takes its place is there. */
const LOOK_EVERY_MS = 5 * SECOND_MS;

/** One line, with the way to the one that took its place; it keeps the thread that people have below it. */
export function makeShowEnded({ store, languages, recipients, now }: ShowEndedDeps): Show {
  const successorOf = ({ channelId }: LivingPost): Promise<LivingPost | undefined> =>
    store.transaction(({ livingPosts }) => livingPosts.lock(channelListKey(channelId)));
  return async (post) => {
    const [locale, siteUrl, successor] = await Promise.all([
      languages.ofAll(),
      recipients.siteUrl(),
      successorOf(post),
    ]);
    const { livingPost } = textsIn(locale, '/todo here ');
    const text =
      siteUrl === undefined || !successor?.postId
        ? livingPost.ended
        : livingPost.movedTo(`${siteUrl}/_redirect/pl/${successor.postId}`);
    const shown = { text, choices: { offered: [] } };
    return successor?.postId === null
      ? { ...shown, until: now() + LOOK_EVERY_MS }
      : { ...shown, isLast: true };
  };
}
