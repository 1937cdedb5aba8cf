import { Answer, SERVER_VERSION } from '../http/answers.ts';
import { idParam, numberQuery, query, type Call } from '../http/call.ts';
import { readableChannel } from '../channels/find-channel.ts';
import { noSuchPost } from '../http/mattermost-error.ts';
import { insist, mayRead } from '../people/permissions.ts';
import type { Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { postList } from './post-view.ts';

/** Newest first: a page, or everything changed since a moment (deleted posts too), or around a post. */
export function channelPosts(site: Site, call: Call): unknown {
  const channel = readableChannel(site, call);
  const all = [...site.posts.inChannel(channel.id)].reverse();
  const since = numberQuery(call.req, 'since', 0);
  if (since > 0)
    return postList(
      site,
      all.filter(({ update_at }) => update_at > since),
      [],
    );
  const rootsOnly = query(call.req, 'collapsedThreads') === 'true';
  const alive = all.filter(({ delete_at, root_id }) => delete_at === 0 && (!rootsOnly || root_id === ''));
  const { start, end } = pageOf(call, alive);
  const page = alive.slice(start, end);
  const list = postList(site, page, rootsOnly ? [] : threadsOf(site, page));
  list.next_post_id = alive[start - 1]?.id ?? '';
  list.prev_post_id = alive[end]?.id ?? '';
  return new Answer(200, list, { Etag: `${SERVER_VERSION}.${channel.last_post_at}` });
}

/** A page of replies brings their roots and fellow replies along. */
function threadsOf(site: Site, page: Post[]): Post[] {
  const roots = new Set(page.map(({ id, root_id }) => root_id || id));
  return [...roots].flatMap((id) => {
    const root = site.world.posts.get(id);
    return [...(root === undefined ? [] : [root]), ...site.posts.repliesTo(id)];
  });
}

function pageOf(call: Call, posts: Post[]): { start: number; end: number } {
  const size = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const indexOf = (name: string) => posts.findIndex(({ id }) => id === query(call.req, name));
  const before = indexOf('before');
  if (before >= 0) return { start: before + 1, end: before + 1 + size };
  const after = indexOf('after');
  if (after >= 0) return { start: Math.max(0, after - size), end: after };
  const start = numberQuery(call.req, 'page', 0) * size;
  return { start, end: start + size };
}

export function readablePost(site: Site, call: Call): Post {
  const post = site.world.posts.get(idParam(call, 'post_id'));
  if (post === undefined || post.delete_at !== 0) throw noSuchPost();
  const channel = site.world.channels.get(post.channel_id);
  insist(channel !== undefined && mayRead(site, channel, call.user));
  return post;
}

/** The root first, as the server orders it. */
export function thread(site: Site, call: Call): unknown {
  const post = readablePost(site, call);
  const root = site.world.posts.get(post.root_id) ?? post;
  return { ...postList(site, [root, ...site.posts.repliesTo(root.id)]), has_next: false };
}
