import type { Languages } from '../program/texts/languages.ts';
import { HERE_LEAD } from '../program/texts/leads.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Recipients } from '../reminders/ports.ts';
import { linkToPost } from '../replies/link-to-post.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import { channelListKey } from './living-post.ts';
import type { LivingPostReader } from './ports.ts';
import type { Show } from './shown.ts';

export interface ShowEndedDeps {
  livingPosts: Pick<LivingPostReader, 'find'>;
  languages: Pick<Languages, 'ofAll'>;
  recipients: Pick<Recipients, 'siteUrl'>;
  now: Clock;
}

/** So often it is looked whether the one that takes its place is there. */
const LOOK_EVERY_MS = 5 * SECOND_MS;

/** One line, with the way to the one that took its place; it keeps the thread that people have below it. */
export function makeShowEnded({ livingPosts, languages, recipients, now }: ShowEndedDeps): Show {
  return async ({ channelId }) => {
    const [locale, siteUrl, successor] = await Promise.all([
      languages.ofAll(),
      recipients.siteUrl(),
      livingPosts.find(channelListKey(channelId)),
    ]);
    const { livingPost } = textsIn(locale, HERE_LEAD);
    const text =
      siteUrl === undefined || !successor?.postId
        ? livingPost.ended
        : livingPost.movedTo(linkToPost(siteUrl, successor.postId));
    const shown = { text, choices: { offered: [] } };
    return successor?.postId === null
      ? { ...shown, until: now() + LOOK_EVERY_MS }
      : { ...shown, isLast: true };
  };
}
