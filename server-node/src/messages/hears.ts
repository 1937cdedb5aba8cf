import type { AnswerMessage } from './direct-message.ts';
import type { CorrectLine } from './edited-line.ts';
import type { HearReaction } from './reaction.ts';
import type { ForgetPost } from '../todos/forget-post.ts';
import type { GoOn } from '../living-posts/go-on.ts';
import type { AnswerMention } from './mention.ts';

/** To whom a host hands over what happens in Mattermost. */
export interface Hears {
  message: AnswerMessage;
  mention: AnswerMention;
  edited: CorrectLine;
  /** Any message, wherever it was. */
  deleted: ForgetPost;
  /** The bot was added to a channel, or that was taken out of the archive. */
  returned: GoOn;
  /** Also those that are no concern of the bot's. */
  reacted: HearReaction;
  unreacted: HearReaction;
}
