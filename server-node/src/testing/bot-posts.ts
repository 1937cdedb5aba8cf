import type { Form, OpenForm } from '../replies/form.ts';
import type { BotPost, FindBotPost } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';

/** What the bot has posted and which dialogs it has opened, in memory. */
export function makeBotPosts() {
  const posts = new Map<PostId, BotPost>();
  const forms: { triggerId: string; form: Form; state: string }[] = [];
  const findBotPost: FindBotPost = async (postId) => posts.get(postId);
  const openForm: OpenForm = async (triggerId, form, state) => void forms.push({ triggerId, form, state });
  return { posts, forms, findBotPost, openForm };
}
