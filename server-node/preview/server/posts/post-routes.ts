import { Answer, OK, SERVER_VERSION } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { stringsBody, type Call } from '../http/call.ts';
import { mayRead } from '../people/permissions.ts';
import type { Site } from '../site/site.ts';
import { change, deletePost, patchPost, updatePost } from './change-post.ts';
import { makeCreatePost } from './create-post.ts';
import { ephemeralRoute } from './ephemeral-post.ts';
import { channelPosts, readablePost, thread } from './list-posts.ts';
import { PendingPosts } from './pending-posts.ts';
import { pressAction } from './press-action.ts';
import { postView } from './post-view.ts';
import { react, unreact } from './react.ts';

export function postRoutes(site: Site, api: ApiRouter): void {
  api.on('post', '/posts', makeCreatePost(site, new PendingPosts()));
  api.on('post', '/posts/ephemeral', (call) => ephemeralRoute(site, call));
  api.on('post', '/posts/ids', (call) => byIds(site, call));
  api.on('get', '/posts/:post_id', (call) => one(site, call));
  api.on('put', '/posts/:post_id', (call) => updatePost(site, call));
  api.on('put', '/posts/:post_id/patch', (call) => patchPost(site, call));
  api.on('delete', '/posts/:post_id', (call) => deletePost(site, call));
  api.on('post', '/posts/:post_id/actions/:action_id', (call) => pressAction(site, call));
  api.on('get', '/posts/:post_id/thread', (call) => thread(site, call));
  api.on('post', '/reactions', (call) => react(site, call));
  api.on('delete', '/users/:user_id/posts/:post_id/reactions/:emoji_name', (call) => unreact(site, call));
  api.on('post', '/posts/:post_id/pin', (call) => pin(site, call, true));
  api.on('post', '/posts/:post_id/unpin', (call) => pin(site, call, false));
  api.on('get', '/channels/:channel_id/posts', (call) => channelPosts(site, call));
}

function one(site: Site, call: Call): unknown {
  const post = readablePost(site, call);
  return new Answer(200, postView(site, post), { Etag: `${SERVER_VERSION}.${post.id}.${post.update_at}` });
}

/** What one may not read, or is not there, is left out. */
function byIds(site: Site, call: Call): unknown {
  const posts = stringsBody(call.req, 'post_ids').map((id) => site.world.posts.get(id));
  const readable = posts.filter((post) => {
    const channel = post?.delete_at === 0 ? site.world.channels.get(post.channel_id) : undefined;
    return channel !== undefined && mayRead(site, channel, call.user);
  });
  return new Answer(
    200,
    readable.filter((post) => post !== undefined).map((post) => postView(site, post)),
    { 'First-Inaccessible-Post-Time': '0' },
  );
}

function pin(site: Site, call: Call, is_pinned: boolean): unknown {
  change(site, readablePost(site, call), { is_pinned });
  return OK;
}
