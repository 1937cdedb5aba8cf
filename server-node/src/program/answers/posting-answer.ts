import type { PostList } from '../../living-posts/post-list.ts';
import { listOwner } from '../../todos/list.ts';
import type { Command } from '../grammar/command.ts';
import type { Answer, RunRequest } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { refused, told } from './answer.ts';

type Posting = Extract<Command, { verb: 'post' | 'unpost' }>;

/** Puts the list of a channel into the channel, or ends that. */
export async function postingAnswer(
  postList: PostList | undefined,
  { livingPost }: Texts,
  { listId, actorId, requestKey }: Pick<RunRequest, 'listId' | 'actorId' | 'requestKey'>,
  command: Posting,
): Promise<Answer> {
  const owner = listOwner(listId);
  if (owner.kind !== 'channel' || postList === undefined) return refused(livingPost.notPosted.no_channel);
  const asked = { actorId, channelId: owner.channelId, requestKey };
  if (command.verb === 'post') {
    const posted = await postList.post({ ...asked, isPinned: command.isPinned });
    if (!('entered' in posted)) return refused(livingPost.notPosted[posted.outcome]);
    const { outcome, entered = 'inside' } = posted;
    const said = livingPost.happened[outcome];
    return told(entered === 'inside' ? said : `${said} ${livingPost.notHeard[entered]}`);
  }
  const outcome = await postList.unpost(asked);
  switch (outcome) {
    case 'ended':
    case 'none':
      return told(livingPost.happened[outcome]);
    default:
      return refused(livingPost.notPosted[outcome]);
  }
}
