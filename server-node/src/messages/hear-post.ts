import { isPerson, type AccountOf } from '../callers/account.ts';
import type { UserId } from '../shared/ids.ts';
import { directMessage, isMember, type PostToBot } from './direct-message.ts';
import { editedLine, wasEditedLate } from './edited-line.ts';
import type { Hears } from './hears.ts';
import { mentionIn } from './mention.ts';
import { saysReturned } from './returned.ts';

export interface HearPostDeps {
  bot: { userId: UserId; username: string };
  accountOf: AccountOf;
  hears: Hears;
}

/** Where a post is that the bot hears of. */
export interface HeardIn {
  /** `D`: a direct channel of the bot's. */
  type: string;
  /** Of a direct channel: the ids of its two members. */
  name: string;
}

/**
 * Hands on what a person wrote to the bot: in the direct channel of the two every message, elsewhere what begins with its
 * name; and that the bot may write in a channel again. Of what was edited lately nobody knows who said it first, so there it is left alone.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function hearPost(
  { bot, accountOf, hears }: HearPostDeps,
  post: PostToBot,
  { type, name }: HeardIn,
): Promise<void> {
  if (saysReturned(post, bot.userId)) return hears.returned(post.channelId);
  if (type === 'D') {
    const message = isMember(name, post.userId) ? directMessage(post, bot.userId) : undefined;
    if (message !== undefined && isPerson(await accountOf(message.userId))) await hears.message(message);
    return;
  }
  const mention = wasEditedLate(post) ? undefined : mentionIn(post, bot);
  if (mention !== undefined && isPerson(await accountOf(mention.userId))) await hears.mention(mention);
}

/**
 * Hands on that the words of a message were changed soon after it was written.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function hearEdit({ bot, accountOf, hears }: HearPostDeps, post: PostToBot): Promise<void> {
  const line = editedLine(post, bot.userId);
  if (line !== undefined && isPerson(await accountOf(line.userId))) await hears.edited(line);
}
