import type { Form, OpenForm } from '../replies/form.ts';
import type { BotPost, FindBotPost, OutgoingReply, ReplyPoster } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';

/** What the bot has posted and which dialogs it has opened, in memory; what was written without the outbox. */
export function makeBotPosts() {
  const posts = new Map<PostId, BotPost>();
  const forms: { triggerId: string; form: Form; state: string }[] = [];
  const written: OutgoingReply[] = [];
  const findBotPost: FindBotPost = async (postId) => posts.get(postId);
  const openForm: OpenForm = async (triggerId, form, state) => void forms.push({ triggerId, form, state });
  const poster: ReplyPoster = {
    post: async (reply) => {
      written.push(reply);
      return reply.target.kind === 'edit' ? reply.target.postId : null;
    },
  };
  return { posts, forms, written, poster, findBotPost, openForm };
}
