import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Recipients } from '../reminders/ports.ts';
import type { PostId } from '../shared/ids.ts';
import type { TodoStore } from '../todos/ports.ts';
import { channelListKey, type LivingPost } from './living-post.ts';
import type { Show } from './shown.ts';

export interface ShowEndedDeps {
  store: Pick<TodoStore, 'transaction'>;
  languages: Pick<Languages, 'ofAll'>;
  recipients: Pick<Recipients, 'siteUrl'>;
}

/** One line, with the way to the one that took its place; it keeps the thread that people have below it. */
export function makeShowEnded({ store, languages, recipients }: ShowEndedDeps): Show {
  const successorOf = async ({ channelId }: LivingPost): Promise<PostId | null> => {
    const key = channelListKey(channelId);
    return (await store.transaction(({ livingPosts }) => livingPosts.lock(key)))?.postId ?? null;
  };
  return async (post) => {
    const [locale, siteUrl, successor] = await Promise.all([
      languages.ofAll(),
      recipients.siteUrl(),
      successorOf(post),
    ]);
    const { livingPost } = textsIn(locale, '/todo here ');
    const text =
      siteUrl === undefined || successor === null
        ? livingPost.ended
        : livingPost.movedTo(`${siteUrl}/_redirect/pl/${successor}`);
    return { text, choices: { offered: [] }, until: 0, isLast: true };
  };
}
