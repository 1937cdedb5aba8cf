import type { Answer } from '../program/ports.ts';
import type { Change } from '../todos/ports.ts';
import { markIdOf } from '../replies/mark-of-change.ts';
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

/** A command that did all it said needs no words, and its mark goes when it is undone; lists, questions and refusals go into the thread. */
export function confirmation(place: InChannel, answer: Answer): ReplyDraft {
  const { text } = answer;
  const change = changeOf(answer);
  return change === undefined
    ? { target: inThread(place), text }
    : { id: markIdOf(change.id), ...marked(place, DONE, text) };
}

/** What an answer says that was done, all of it. */
function changeOf({ ok, change, asks }: Answer): Change | undefined {
  if (!ok || asks === true || change === null) return undefined;
  return change.todos.length > 0 && change.unchanged.length === 0 ? change : undefined;
}
