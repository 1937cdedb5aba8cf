import type { Channel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import type { UserProfile } from '@mattermost/types/users';
import type { PageState } from './state.ts';

export const currentUser = (state: PageState): UserProfile | undefined =>
  state.entities.users.profiles[state.entities.users.currentUserId];

export const currentChannel = (state: PageState): Channel | undefined =>
  state.entities.channels.channels[state.entities.channels.currentChannelId];

export const currentTeamName = (state: PageState): string =>
  state.entities.teams.teams[state.entities.teams.currentTeamId]?.name ?? '';

/** A direct channel bears the name of the other person. */
export function channelTitle(state: PageState, channel: Channel): string {
  if (channel.type !== 'D') return channel.display_name;
  const me = state.entities.users.currentUserId;
  const [one = '', other = ''] = channel.name.split('__');
  return state.entities.users.profiles[one === me ? other : one]?.username ?? '…';
}

/** The name under which a direct channel stands in addresses. */
export const channelPath = (state: PageState, channel: Channel): string =>
  channel.type === 'D'
    ? `/${currentTeamName(state)}/messages/@${channelTitle(state, channel)}`
    : `/${currentTeamName(state)}/channels/${channel.name}`;

/** Oldest first; replies are read in their thread. */
export function rootPosts(state: PageState, channelId: string): Post[] {
  const blocks = state.entities.posts.postsInChannel[channelId] ?? [];
  const ids = blocks.find((block) => block.recent)?.order ?? [];
  return ids
    .map((id) => state.entities.posts.posts[id])
    .filter((post): post is Post => post !== undefined && post.root_id === '')
    .sort((left, right) => left.create_at - right.create_at);
}

/** The root, then its replies, oldest first. */
export function threadPosts(state: PageState, rootId: string): Post[] {
  const root = state.entities.posts.posts[rootId];
  const replies = (state.entities.posts.postsInThread[rootId] ?? [])
    .map((id) => state.entities.posts.posts[id])
    .filter((post): post is Post => post !== undefined)
    .sort((left, right) => left.create_at - right.create_at);
  return root === undefined ? replies : [root, ...replies];
}

export const replyCount = (state: PageState, rootId: string): number =>
  state.entities.posts.postsReplies[rootId] ?? 0;
