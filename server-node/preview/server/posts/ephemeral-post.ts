import { created } from '../http/answers.ts';
import { objectBody, text, type Call } from '../http/call.ts';
import { invalidBody } from '../http/mattermost-error.ts';
import { insist, may } from '../people/permissions.ts';
import type { Json, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { withCookies } from './attachments.ts';
import { newPost, type WantedPost } from './new-post.ts';
import { postView, type PostView } from './post-view.ts';

/** Shown to one person by whatever of theirs is connected, kept nowhere. */
export function sendEphemeral(site: Site, userId: string, wanted: WantedPost): PostView {
  const post: Post = { ...newPost(wanted, site.now()), update_at: 0, type: 'system_ephemeral' };
  const shown = ephemeralView(site, post);
  const broadcast = { userId, channelId: wanted.channel_id };
  site.events.publish('ephemeral_message', { post: JSON.stringify(shown) }, broadcast);
  return shown;
}

function ephemeralView(site: Site, post: Post): PostView {
  const view = { ...postView(site, post), file_ids: null, reply_count: 0, remote_id: undefined };
  if (!('attachments' in post.props)) return view;
  const embed = { type: 'message_attachment' };
  return {
    ...view,
    props: { ...post.props, attachments: withCookies(post.props['attachments']) },
    metadata: { embeds: [embed, embed] },
  };
}

/** A 201 is no proof that anybody saw it: neither the connection nor the membership is checked. */
export function ephemeralRoute(site: Site, call: Call): unknown {
  const body = objectBody(call.req, 'body');
  const userId = text(body['user_id']);
  const post = body['post'];
  if (userId === '' || typeof post !== 'object' || post === null) throw invalidBody('user_id or post');
  insist(may(site, call.user, 'create_post_ephemeral'));
  const sent = post as Json;
  const props = typeof sent['props'] === 'object' && sent['props'] !== null ? (sent['props'] as Json) : {};
  const shown = sendEphemeral(site, userId, {
    user_id: call.user.id,
    channel_id: text(sent['channel_id']),
    root_id: text(sent['root_id']),
    message: text(sent['message']),
    props,
  });
  return created(shown);
}
