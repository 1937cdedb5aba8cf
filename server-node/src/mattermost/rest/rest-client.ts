import type { Channel, ServerChannel } from '@mattermost/types/channels';
import type { Post, PostList } from '@mattermost/types/posts';
import type { UserProfile } from '@mattermost/types/users';

import { PLUGIN_ID, PLUGIN_VERSION } from '../../contract/manifest.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { DirectTransport } from './direct-transport.ts';
import { makeRestCall, type RestRequest } from './rest-call.ts';
import { anyJson } from './rest-json.ts';

export const USER_AGENT = `${PLUGIN_ID}/${PLUGIN_VERSION}`;

/** What the bot does over REST, named as in Mattermost's own client. Every failure is a {@link RestError}. */
export interface RestClient {
  getMe(): Promise<UserProfile>;
  getUser(userId: string): Promise<UserProfile>;
  /** Deactivated ones as well; unknown names are left out. */
  getUsersByUsernames(usernames: readonly string[]): Promise<unknown>;
  /** Those who have a name that begins with the term, without deactivated ones. */
  searchUsers(search: { term: string; limit: number }): Promise<unknown>;
  getStatusesByIds(userIds: readonly string[]): Promise<unknown>;
  getMyTeams(): Promise<unknown>;
  /** Those of them who are members now. */
  getTeamMembersByIds(teamId: string, userIds: readonly string[]): Promise<unknown>;
  getChannelMembersByIds(channelId: string, userIds: readonly string[]): Promise<unknown>;
  getTeam(teamId: string): Promise<unknown>;
  getChannelMember(channelId: string, userId: string): Promise<unknown>;
  getPost(postId: string): Promise<Post>;
  getChannel(channelId: string): Promise<ServerChannel>;
  /** All that the bot is in, those without a team too. */
  getAllTeamsChannels(): Promise<ServerChannel[]>;
  /** The public ones of a team. */
  getChannels(teamId: string, page: number, perPage: number): Promise<ServerChannel[]>;
  /** The newest of a channel, without the threads that they are in. */
  getNewestPosts(channelId: string, perPage: number): Promise<PostList>;
  /** @param since milliseconds; what was changed after it counts, too */
  getPostsSince(channelId: string, since: number): Promise<PostList>;
  /** The newest of a thread, with its root. */
  getNewestOfThread(rootId: string, perPage: number): Promise<PostList>;
  createPost(
    post: Partial<Post> & { channel_id: string; message: string },
    how?: { isSilent: boolean },
  ): Promise<Post>;
  /** What is left out stays, the properties as well. */
  patchPost(postId: string, patch: { message: string; props?: Record<string, unknown> }): Promise<Post>;
  /** Once and for all: the same again changes nothing. */
  addReaction(reaction: { user_id: string; post_id: string; emoji_name: string }): Promise<void>;
  /** One that is not there counts as removed. */
  removeReaction(reaction: { user_id: string; post_id: string; emoji_name: string }): Promise<void>;
  setPinned(postId: string, isPinned: boolean): Promise<void>;
  /** What each of these roles permits. */
  getRolesByNames(names: readonly string[]): Promise<unknown>;
  /** Shows a dialog to whoever pressed or typed what the trigger id came with, in the last seconds. */
  openDialog(request: OpenDialog): Promise<void>;
  /** Finds the one that is there, or makes it. */
  createDirectChannel(userIds: readonly [string, string]): Promise<Channel>;
  addToChannel(userId: string, channelId: string): Promise<void>;
}

/** As Mattermost takes it; its own types lag behind. */
export interface OpenDialog {
  trigger_id: string;
  /** Called with what was filled in. */
  url: string;
  dialog: {
    callback_id: string;
    title: string;
    introduction_text: string;
    elements: readonly Readonly<Record<string, unknown>>[];
    submit_label: string;
    state: string;
  };
}

export interface RestClientOptions {
  /** The site's address as this process reaches it, with its subpath. */
  url: string;
  token: string;
  transport: DirectTransport;
  now: Clock;
  /** For one answer. */
  timeoutMs?: number;
  /** For all waiting before repeated tries of one call, in sum. */
  patienceMs?: number;
  /** How often one call is tried, in all. */
  tries?: number;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/** Later than any post: "up" from there are the newest of a thread. */
const END_OF_TIME = 9_999_999_999_999;
const API = '/api/v4';

/** As one account: all its calls wait when Mattermost has had too many of it. */
export function createRestClient(options: RestClientOptions): RestClient {
  const call = makeRestCall({
    siteUrl: trimSiteUrl(options.url),
    transport: options.transport,
    now: options.now,
    timeoutMs: options.timeoutMs ?? 10 * SECOND_MS,
    patienceMs: options.patienceMs ?? 10 * SECOND_MS,
    tries: options.tries ?? 3,
    oneAccount: true,
    sleep: options.sleep,
    random: options.random,
  });
  const ask = <T>(request: RestRequest): Promise<T> => {
    const headers = { 'User-Agent': USER_AGENT, ...request.headers };
    return anyJson<T>(call, { ...request, headers, token: options.token });
  };
  const get = <T>(path: string) => ask<T>({ method: 'GET', path: API + path });
  const send = <T>(method: 'POST' | 'PUT', path: string, body: unknown, repeatable: boolean) =>
    ask<T>({
      method,
      path: API + path,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      repeatable,
    });
  const post = <T>(path: string, body: unknown, repeatable = false) =>
    send<T>('POST', path, body, repeatable);
  const put = <T>(path: string, body: unknown) => send<T>('PUT', path, body, true);
  return {
    getMe: () => get('/users/me'),
    getUser: (id) => get(`/users/${id}`),
    getUsersByUsernames: (usernames) => post('/users/usernames', usernames, true),
    searchUsers: (search) => post('/users/search', search, true),
    getMyTeams: () => get('/users/me/teams'),
    getTeamMembersByIds: (id, userIds) => post(`/teams/${id}/members/ids`, userIds, true),
    getChannelMembersByIds: (id, userIds) => post(`/channels/${id}/members/ids`, userIds, true),
    getStatusesByIds: (ids) => post('/users/status/ids', ids, true),
    getTeam: (id) => get(`/teams/${id}`),
    getChannelMember: (id, userId) => get(`/channels/${id}/members/${userId}`),
    getPost: (id) => get(`/posts/${id}`),
    getChannel: (id) => get(`/channels/${id}`),
    getAllTeamsChannels: () => get('/users/me/channels'),
    getChannels: (id, page, perPage) => get(`/teams/${id}/channels?page=${page}&per_page=${perPage}`),
    getNewestPosts: (id, perPage) =>
      get(`/channels/${id}/posts?page=0&per_page=${perPage}&skipFetchThreads=true`),
    getPostsSince: (id, since) => get(`/channels/${id}/posts?since=${since}`),
    getNewestOfThread: (id, perPage) =>
      get(`/posts/${id}/thread?direction=up&perPage=${perPage}&fromCreateAt=${END_OF_TIME}`),
    createPost: (body, how) => post(how?.isSilent === true ? '/posts?silent=true' : '/posts', body),
    patchPost: (id, patch) => put(`/posts/${id}/patch`, patch),
    addReaction: async (reaction) => void (await post('/reactions', reaction, true)),
    removeReaction: async ({ user_id, post_id, emoji_name }) => {
      const path = `${API}/users/${user_id}/posts/${post_id}/reactions/${encodeURIComponent(emoji_name)}`;
      await ask({ method: 'DELETE', path, repeatable: true });
    },
    setPinned: async (id, isPinned) =>
      void (await post(`/posts/${id}/${isPinned ? 'pin' : 'unpin'}`, {}, true)),
    getRolesByNames: (names) => post('/roles/names', names, true),
    openDialog: async (request) => void (await post('/actions/dialogs/open', request)),
    createDirectChannel: (userIds) => post('/channels/direct', userIds, true),
    addToChannel: async (userId, id) =>
      void (await post(`/channels/${id}/members`, { user_id: userId, channel_id: id })),
  };
}

/** Without a slash at the end, so that paths can follow. */
export function trimSiteUrl(url: string): string {
  return url.replace(/\/+$/, '');
}
