import { receivedPosts, receivedPostsInChannel, receivedPostsInThread } from 'mattermost-redux/actions/posts';
import type { PageStore } from '../store/store.ts';
import { Client4 } from './client.ts';

/** The newest posts of a channel, roots only: threads are read in the sidebar. */
export async function loadChannelPosts(store: PageStore, channelId: string): Promise<void> {
  const posts = await Client4.getPosts(channelId, 0, 60, true, true);
  store.dispatch(receivedPosts(posts));
  store.dispatch(receivedPostsInChannel(posts, channelId, true, posts.prev_post_id === ''));
  if (document.hasFocus()) await Client4.viewMyChannel(channelId).catch(() => undefined);
}

export async function loadThread(store: PageStore, rootId: string): Promise<void> {
  const posts = await Client4.getPostThread(rootId);
  store.dispatch(receivedPosts(posts));
  store.dispatch(receivedPostsInThread(posts, rootId));
}
