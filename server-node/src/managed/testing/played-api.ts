import type { Channel, PluginApi, Post, User } from 'mattermost-plugin-host';
import { refusal, type ApiAnswers } from '../../../plugin-host/test/host/api-server.ts';
import { channelId, userId, type People } from '../../testing/people.ts';

export const BOT = userId('bot');

export interface PlayedApi {
  answers: ApiAnswers;
  /** Posts of the bot, the newest last. */
  posts: Post[];
  /** What one person alone was shown. */
  shown: { userId: string; post: Post }[];
  settings: Record<string, unknown>;
  /** Fails the next posting. */
  refusePost(error: Error): void;
}

export interface Site {
  dataSource?: string;
  isCluster?: boolean;
}

const missing = () => refusal(404, 'not_found', 'Not found.');

/** The plugin API over people in memory; only what the backend asks for. */
export function playApi(people: People, settings: Record<string, unknown>, site: Site = {}): PlayedApi {
  const posts: Post[] = [];
  const shown: PlayedApi['shown'] = [];
  const kept = new Map<string, Uint8Array>();
  let refused: Error | undefined;
  const hearing = <T>(answer: () => T): T => {
    if (people.isAway()) throw refusal(500, 'app.away', 'Away.');
    return answer();
  };
  const mayRead = (user: string, channel: string) =>
    [...(people.byId(user)?.channels ?? [])].some((name) => channelId(name) === channel);
  const played: PlayedApi = {
    posts,
    shown,
    settings,
    refusePost: (error) => void (refused = error),
    answers: {
      EnsureBotUser: () => BOT,
      GetUnsanitizedConfig: () => ({
        SqlSettings: { DriverName: 'postgres', DataSource: site.dataSource ?? 'host=unused user=unused' },
        ClusterSettings: { Enable: site.isCluster ?? false },
      }),
      LoadPluginConfiguration: () => Buffer.from(JSON.stringify(played.settings)),
      RegisterCommand: () => undefined,
      GetUser: (id) => hearing(() => userOf(people, id)),
      HasPermissionToChannel: (user, channel) => hearing(() => mayRead(user, channel)),
      HasPermissionToTeam: () => false,
      GetChannel: (Id) => hearing(() => ({ Id, Type: 'P', TeamId: '' }) as Channel),
      GetPost(id) {
        const ChannelId = hearing(
          () => people.channelOfPost(id) ?? posts.find(({ Id }) => Id === id)?.ChannelId,
        );
        if (ChannelId === undefined) throw missing();
        return { Id: id, ChannelId, RootId: '', DeleteAt: 0 } as Post;
      },
      GetPostThread: (root) => {
        const thread = posts.filter(({ RootId }) => RootId === root).map((post) => [post.Id, post] as const);
        return { Order: [], Posts: Object.fromEntries(thread) } as unknown as Awaited<
          ReturnType<PluginApi['GetPostThread']>
        >;
      },
      GetDirectChannel: (_bot, user) => ({ Id: `direct${user}`.slice(0, 26) }) as Channel,
      CreatePost(draft) {
        const failure = refused;
        refused = undefined;
        if (failure !== undefined) throw failure;
        const post = { Props: {}, ...draft, Id: `post${posts.length}`.padEnd(26, '0') } as Post;
        posts.push(post);
        return post;
      },
      SendEphemeralPost(user, post) {
        shown.push({ userId: user, post: post as Post });
        return post as Post;
      },
      KVGet: (key) => (kept.get(key) as Buffer | undefined) ?? null,
      KVSetWithExpiry: (key, value) => void kept.set(key, Buffer.from(value)),
    },
  };
  return played;
}

function userOf(people: People, id: string): User {
  const person = people.byId(id);
  if (person === undefined) throw missing();
  const Roles = person.isGuest === true ? 'system_guest' : 'system_user';
  return { Id: id, Username: person.name, Roles, DeleteAt: 0, IsBot: false } as User;
}
