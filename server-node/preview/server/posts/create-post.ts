import { created } from '../http/answers.ts';
import { objectBody, query, text, type Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { fireOutgoingHooks } from '../hooks/fire-outgoing-hooks.ts';
import { insist, isAdmin, mayPost } from '../people/permissions.ts';
import type { Channel, Json, Post, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { checkMessage, checkNotArchived, checkRoot } from './check-post.ts';
import { newPost } from './new-post.ts';
import type { PendingPosts } from './pending-posts.ts';
import { postView } from './post-view.ts';
import { publishPost } from './publish-post.ts';

export function makeCreatePost(site: Site, pending: PendingPosts) {
  return (call: Call): unknown => {
    const body = objectBody(call.req, 'post');
    const type = text(body['type']);
    if (type.startsWith('system_')) {
      throw new MattermostError(400, 'api.context.invalid_param.app_error', 'Invalid post.type parameter.');
    }
    const channel = site.world.channels.get(text(body['channel_id']));
    insist(channel !== undefined && mayPost(site, channel, call.user));
    const pendingId = text(body['pending_post_id']);
    const known = site.world.posts.get(pending.claim(pendingId, site.now()) ?? '');
    if (known !== undefined) return created({ ...postView(site, known), metadata: undefined });
    try {
      const post = store(site, call, channel as Channel, body);
      pending.done(pendingId, post.id, site.now());
      return created({ ...postView(site, post), pending_post_id: pendingId });
    } catch (error) {
      pending.free(pendingId);
      throw error;
    }
  };
}

function store(site: Site, call: Call, channel: Channel, body: Json): Post {
  const [message, rootId] = [text(body['message']), text(body['root_id'])];
  checkNotArchived(
    channel,
    'api.post.create_post.can_not_post_to_deleted.error',
    'Can not post to deleted channel.',
  );
  checkMessage(message);
  checkRoot(site, rootId, channel);
  const create_at =
    isAdmin(call.user) && Number(body['create_at']) > 0 ? Number(body['create_at']) : site.now();
  const post = newPost(
    {
      user_id: call.user.id,
      channel_id: channel.id,
      root_id: rootId,
      message,
      type: text(body['type']),
      props: propsOf(call.user, body['props']),
      create_at,
    },
    site.now(),
  );
  publishPost(site, channel, post, query(call.req, 'set_online') !== 'false');
  fireOutgoingHooks(site, channel, call.user, post);
  return post;
}

/** A bot's posts are marked as such by the server. */
function propsOf(user: User, sent: unknown): Json {
  const props = typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? (sent as Json) : {};
  return user.bot === undefined ? props : { ...props, from_bot: 'true' };
}
