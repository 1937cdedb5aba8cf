import { OK } from '../http/answers.ts';
import { idParam, objectBody, text, type Call } from '../http/call.ts';
import { invalidBody, noPermission, noSuchPost } from '../http/mattermost-error.ts';
import { insist, isAdmin } from '../people/permissions.ts';
import type { Channel, Json, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { checkMessage, checkNotArchived } from './check-post.ts';
import { completeProps, hashtagsOf } from './new-post.ts';
import { postView } from './post-view.ts';

const CANNOT_UPDATE = 'Can not update a post in a deleted channel.';

/** Changes what is given; `props`, when given, are replaced as a whole. */
export function patchPost(site: Site, call: Call): unknown {
  const body = objectBody(call.req, 'post');
  const { post, channel } = ownPost(site, call);
  checkNotArchived(channel, 'api.post.patch_post.can_not_update_post_in_deleted.error', CANNOT_UPDATE);
  change(site, post, body);
  return postView(site, post);
}

/** Replaces the post: props that are left out are gone. */
export function updatePost(site: Site, call: Call): unknown {
  const body = objectBody(call.req, 'post');
  if (body['id'] !== idParam(call, 'post_id')) throw invalidBody('id');
  const { post, channel } = ownPost(site, call);
  checkNotArchived(channel, 'api.post.update_post.can_not_update_post_in_deleted.error', CANNOT_UPDATE);
  change(site, post, { message: text(body['message']), props: body['props'] ?? {} });
  return postView(site, post);
}

export function deletePost(site: Site, call: Call): unknown {
  const post = site.world.posts.get(idParam(call, 'post_id'));
  if (post === undefined || post.delete_at !== 0) throw noSuchPost();
  const channel = site.world.channels.get(post.channel_id) as Channel;
  insist(post.user_id === call.user.id || isAdmin(call.user));
  checkNotArchived(
    channel,
    'api.post.delete_post.can_not_delete_post_in_deleted.error',
    'Can not delete a post in a deleted channel.',
  );
  const seen = JSON.stringify(postView(site, post));
  const at = site.now();
  for (const gone of [post, ...site.posts.repliesTo(post.id)])
    Object.assign(gone, { delete_at: at, update_at: at });
  site.events.publish('post_deleted', { post: seen }, { channelId: channel.id, sanitized: true });
  return OK;
}

/** A deleted post is nobody's any more. */
function ownPost(site: Site, call: Call): { post: Post; channel: Channel } {
  const post = site.world.posts.get(idParam(call, 'post_id'));
  if (post === undefined || post.delete_at !== 0) throw noPermission();
  insist(post.user_id === call.user.id || isAdmin(call.user));
  return { post, channel: site.world.channels.get(post.channel_id) as Channel };
}

export function change(site: Site, post: Post, changes: Json): void {
  const { message, props, is_pinned } = changes;
  if (typeof message === 'string') {
    checkMessage(message);
    post.message = message;
    post.hashtags = hashtagsOf(message);
  }
  if (typeof props === 'object' && props !== null) post.props = completeProps(props as Json);
  if (typeof is_pinned === 'boolean') post.is_pinned = is_pinned;
  post.update_at = site.now();
  if (typeof is_pinned !== 'boolean') post.edit_at = post.update_at;
  const data = { post: JSON.stringify(postView(site, post)) };
  site.events.publish('post_edited', data, { channelId: post.channel_id });
}
