import { postDeleted, receivedNewPost, receivedPost } from 'mattermost-redux/actions/posts';
import type { Post } from '@mattermost/types/posts';
import type { UserProfile } from '@mattermost/types/users';
import type { PluginLoader, ClientManifest } from '../plugins/plugin-loader.ts';
import type { PageStore } from '../store/store.ts';
import { Client4 } from './client.ts';
import { loadChannels } from './load-world.ts';
import type { SocketMessage } from './page-socket.ts';

/** Brings an event of the server into the store. Events that the page does not know change nothing. */
export function makeEventHandler(store: PageStore, plugins: PluginLoader) {
  const reload = () => loadChannels(store, store.getState().entities.teams.currentTeamId);
  const handlers: Record<string, (data: Record<string, unknown>) => unknown> = {
    posted: ({ post }) => newPost(store, parsePost(post)),
    ephemeral_message: ({ post }) => newPost(store, parsePost(post)),
    post_edited: ({ post }) => store.dispatch(receivedPost(parsePost(post), true)),
    post_deleted: ({ post }) => store.dispatch(postDeleted(parsePost(post))),
    reaction_added: ({ reaction }) =>
      store.dispatch({ type: 'RECEIVED_REACTION', data: JSON.parse(String(reaction)) }),
    reaction_removed: ({ reaction }) =>
      store.dispatch({ type: 'REACTION_DELETED', data: JSON.parse(String(reaction)) }),
    user_updated: ({ user }) => userUpdated(store, user as UserProfile),
    preferences_changed: ({ preferences }) =>
      store.dispatch({ type: 'RECEIVED_PREFERENCES', data: JSON.parse(String(preferences)) }),
    preferences_deleted: ({ preferences }) =>
      store.dispatch({ type: 'DELETED_PREFERENCES', data: JSON.parse(String(preferences)) }),
    open_dialog: ({ dialog }) =>
      store.dispatch({ type: 'RECEIVED_DIALOG', data: JSON.parse(String(dialog)) }),
    config_changed: ({ config }) => store.dispatch({ type: 'CLIENT_CONFIG_RECEIVED', data: config }),
    plugin_enabled: ({ manifest }) => plugins.load(manifest as ClientManifest),
    plugin_disabled: ({ manifest }) => plugins.remove((manifest as ClientManifest).id),
    direct_added: reload,
    user_added: reload,
    user_removed: ({ channel_id: mine }) => (mine === undefined ? reload() : leave(store, String(mine))),
    channel_deleted: ({ channel_id: id, delete_at: deleteAt }) =>
      store.dispatch({
        type: 'RECEIVED_CHANNEL_DELETED',
        data: { id, deleteAt, viewArchivedChannels: true },
      }),
    channel_restored: ({ channel_id: id }) =>
      store.dispatch({ type: 'RECEIVED_CHANNEL_UNARCHIVED', data: { id } }),
    channel_created: reload,
    channel_updated: reload,
  };
  return ({ event, data }: SocketMessage) => void handlers[event]?.(data);
}

/** The address then leads nowhere any more, and the page goes to Town Square. */
function leave(store: PageStore, id: string): void {
  const { channels, users } = store.getState().entities;
  const { team_id, type } = channels.channels[id] ?? {};
  store.dispatch({ type: 'LEAVE_CHANNEL', data: { id, user_id: users.currentUserId, team_id, type } });
}

const parsePost = (post: unknown): Post => JSON.parse(String(post)) as Post;

function newPost(store: PageStore, post: Post): void {
  store.dispatch(receivedNewPost(post, true));
  if (store.getState().entities.users.profiles[post.user_id] === undefined)
    void loadProfile(store, post.user_id);
}

async function loadProfile(store: PageStore, userId: string): Promise<void> {
  store.dispatch({ type: 'RECEIVED_PROFILES_LIST', data: await Client4.getProfilesByIds([userId]) });
}

function userUpdated(store: PageStore, user: UserProfile): void {
  const isMe = user.id === store.getState().entities.users.currentUserId;
  store.dispatch(isMe ? { type: 'RECEIVED_ME', data: user } : { type: 'RECEIVED_PROFILE', data: user });
}
