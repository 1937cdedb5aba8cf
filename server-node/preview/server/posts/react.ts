import { OK } from '../http/answers.ts';
import { idParam, objectBody, param, text, type Call } from '../http/call.ts';
import { noSuchPost } from '../http/mattermost-error.ts';
import { insist, mayRead } from '../people/permissions.ts';
import type { Reaction } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { readablePost } from './list-posts.ts';

/** Takes a reaction of the caller off a post. One that is not there counts as taken off. */
export function unreact(site: Site, call: Call): unknown {
  const [user_id, emoji_name] = [idParam(call, 'user_id'), param(call.req, 'emoji_name')];
  const post = readablePost(site, call);
  insist(user_id === call.user.id);
  const reaction = post.reactions?.find((one) => one.user_id === user_id && one.emoji_name === emoji_name);
  if (reaction === undefined) return OK;
  post.reactions = post.reactions?.filter((one) => one !== reaction) ?? [];
  post.update_at = site.now();
  const data = { reaction: JSON.stringify(reaction) };
  site.events.publish('reaction_removed', data, { channelId: post.channel_id });
  return OK;
}

/** Puts a reaction of the caller on a post. The same one again changes nothing. */
export function react(site: Site, call: Call): unknown {
  const body = objectBody(call.req, 'reaction');
  const emoji_name = text(body['emoji_name']);
  const post = site.world.posts.get(text(body['post_id']));
  if (post === undefined || post.delete_at !== 0) throw noSuchPost();
  const channel = site.world.channels.get(post.channel_id);
  insist(channel !== undefined && mayRead(site, channel, call.user) && body['user_id'] === call.user.id);
  const isSame = (one: Reaction) => one.user_id === call.user.id && one.emoji_name === emoji_name;
  const known = post.reactions?.find(isSame);
  if (known !== undefined) return known;
  const at = site.now();
  const reaction: Reaction = {
    ...{ user_id: call.user.id, post_id: post.id, emoji_name, channel_id: post.channel_id },
    ...{ create_at: at, update_at: at, delete_at: 0, remote_id: '' },
  };
  post.reactions = [...(post.reactions ?? []), reaction];
  post.update_at = at;
  const data = { reaction: JSON.stringify(reaction) };
  site.events.publish('reaction_added', data, { channelId: post.channel_id });
  return reaction;
}
