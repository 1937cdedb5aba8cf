import type { AnswerMessage } from './direct-message.ts';
import type { CorrectLine } from './edited-line.ts';
import type { AnswerMention } from './mention.ts';

/** To whom a host hands over what happens in Mattermost. */
export interface Hears {
  message: AnswerMessage;
  mention: AnswerMention;
  edited: CorrectLine;
}
