import type { Answer } from '../program/ports.ts';
import type { ReplyDraft, ReactionTarget, ReplyTarget } from '../replies/reply.ts';

type InChannel = Pick<ReactionTarget, 'channelId' | 'triggerPostId'>;

const DONE = 'white_check_mark';

/** Somewhere in the thread of a message. */
export const inThread = (place: InChannel): ReplyTarget => ({ kind: 'thread', ...place });

/** A mark on a message, where a reply would be an unread thread for everybody. */
export const marked = (place: InChannel, emoji: string, text: string): ReplyDraft => ({
  target: { kind: 'reaction', ...place, emoji },
  text,
});

/** A command that did all it said needs no words; lists, questions and refusals go into the thread. */
export function confirmation(place: InChannel, answer: Answer): ReplyDraft {
  const { text } = answer;
  return isDone(answer) ? marked(place, DONE, text) : { target: inThread(place), text };
}

const isDone = ({ ok, change, asks }: Answer): boolean =>
  ok && asks !== true && change !== null && change.todos.length > 0 && change.unchanged.length === 0;
