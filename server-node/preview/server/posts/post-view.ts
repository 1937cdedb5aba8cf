import type { Json, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { withoutIntegrations } from './attachments.ts';

export interface PostView extends Json {
  id: string;
  create_at: number;
  message: string;
}

/** A post as every reader gets it, its author too: without the addresses behind its buttons. */
export function postView(site: Site, post: Post): PostView {
  const root = post.root_id === '' ? post.id : post.root_id;
  const attached = 'attachments' in post.props;
  const reactions = post.reactions === undefined ? {} : { reactions: post.reactions };
  return {
    id: post.id,
    create_at: post.create_at,
    update_at: post.update_at,
    edit_at: post.edit_at,
    delete_at: post.delete_at,
    is_pinned: post.is_pinned,
    user_id: post.user_id,
    channel_id: post.channel_id,
    root_id: post.root_id,
    original_id: '',
    message: post.message,
    type: post.type,
    props: attached
      ? { ...post.props, attachments: withoutIntegrations(post.props['attachments']) }
      : post.props,
    hashtags: post.hashtags,
    file_ids: [],
    pending_post_id: '',
    remote_id: '',
    reply_count: site.posts.repliesTo(root).length,
    last_reply_at: 0,
    participants: null,
    metadata: { ...(attached ? { embeds: [{ type: 'message_attachment' }] } : {}), ...reactions },
  };
}

/** Newest first. */
export function postList(site: Site, order: Post[], others: Post[] = []) {
  const posts = Object.fromEntries([...order, ...others].map((post) => [post.id, postView(site, post)]));
  return {
    order: order.map(({ id }) => id),
    posts,
    next_post_id: '',
    prev_post_id: '',
    first_inaccessible_post_time: 0,
  };
}
