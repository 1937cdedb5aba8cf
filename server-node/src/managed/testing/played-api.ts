import type {
  Bot,
  Channel,
  ChannelMember,
  OpenDialogRequest,
  Post,
  PostList,
  Reaction,
  Team,
  TeamMember,
  User,
} from 'mattermost-plugin-host';
import { refusal, type ApiAnswers } from '../../../plugin-host/test/host/api-server.ts';
import { channelId, TEAM, userId, type People } from '../../testing/people.ts';

export const BOT = userId('bot');

export interface PlayedApi {
  answers: ApiAnswers;
  /** Posts of the bot, the newest last. */
  posts: Post[];
  /** Of the bot. */
  reactions: { postId: string; emoji: string }[];
  /** What one person alone was shown. */
  shown: { userId: string; post: Post }[];
  /** Those that were opened. */
  dialogs: OpenDialogRequest[];
  settings: Record<string, unknown>;
  /** Fails the next posting. */
  refusePost(error: Error): void;
}

export interface Site {
  dataSource?: string;
  /** `'unlicensed'`: switched on in the settings of a Mattermost that has no licence for it. */
  isCluster?: boolean | 'unlicensed';
  /** `DefaultClientLocale`. */
  locale?: string;
  /** Given to every node of one Mattermost. */
  common?: Common;
  /** Written in {@link DIRECT_CHANNEL} before the plugin runs. */
  written?: Post[];
  /** Put on messages before the plugin runs. */
  reacted?: readonly Reaction[];
  /** With what they wrote in channels before the plugin runs. */
  players?: People;
  /** Channels that the bot is in, by their names. */
  botIn?: readonly string[];
  /** There before the plugin runs. */
  people?: readonly string[];
}

/** The direct channel of a person and the bot. */
export const directChannelOf = (name: string) => channelId(`dm${name}`);
export const DIRECT_CHANNEL = directChannelOf('ann');
const ownerOf = (id: string) => /^dm([a-z]+)0*$/.exec(id)?.[1];
const directChannel = (Id: string, name: string, LastPostAt = 0) =>
  ({ Id, Type: 'D', Name: `${userId(name)}__${BOT}`, TeamId: '', LastPostAt }) as unknown as Channel;

/** What all nodes of a Mattermost have in common. */
export interface Common {
  posts: Post[];
}

export const makeCommon = (): Common => ({ posts: [] });

const missing = () => refusal(404, 'not_found', 'Not found.');

/** The plugin API over people in memory; only what the backend asks for. */
export function playApi(people: People, settings: Record<string, unknown>, site: Site = {}): PlayedApi {
  const { posts } = site.common ?? makeCommon();
  const { written = [], reacted = [], botIn = [] } = site;
  const entered = new Set<string>(botIn.map(channelId));
  const reactions: PlayedApi['reactions'] = [];
  const shown: PlayedApi['shown'] = [];
  const dialogs: PlayedApi['dialogs'] = [];
  let refused: Error | undefined;
  const hearing = <T>(answer: () => T): T => {
    if (people.isAway()) throw refusal(500, 'app.away', 'Away.');
    return answer();
  };
  const mayRead = (user: string, channel: string) =>
    [...(people.byId(user)?.channels ?? [])].some((name) => channelId(name) === channel);
  const played: PlayedApi = {
    posts,
    reactions,
    shown,
    dialogs,
    settings,
    refusePost: (error) => void (refused = error),
    answers: {
      EnsureBotUser: () => BOT,
      GetUnsanitizedConfig: () => ({
        SqlSettings: { DriverName: 'postgres', DataSource: site.dataSource ?? 'host=unused user=unused' },
        ClusterSettings: { Enable: (site.isCluster ?? false) !== false },
        ...(site.locale === undefined ? {} : { LocalizationSettings: { DefaultClientLocale: site.locale } }),
      }),
      GetLicense: () => (site.isCluster === true ? { Features: { Cluster: true } } : null),
      GetBot: (UserId) => {
        if (UserId !== BOT) throw missing();
        return { UserId, Username: 'todo' } as Bot;
      },
      LoadPluginConfiguration: () => Buffer.from(JSON.stringify(played.settings)),
      RegisterCommand: () => undefined,
      /** The bot has its picture already. */
      KVGet: () => Buffer.from(BOT),
      GetUsersByUsernames: (names) =>
        hearing(() => names.flatMap((name) => (people.byName(name) ? userOf(people, userId(name)) : []))),
      SearchUsers: ({ Term = '' }) =>
        hearing(() => people.beginningWith(Term).map((id) => userOf(people, id))),
      /** Nobody wants to be left alone. */
      GetUserStatusesByIds: () => hearing(() => []),
      GetTeamsForUser: (id) =>
        hearing(() => (people.byId(id)?.teams ?? []).map((Id) => ({ Id }) as unknown as Team)),
      GetTeam: (Id) => ({ Id, Name: 'team' }) as unknown as Team,
      GetUser: (id) => hearing(() => userOf(people, id)),
      HasPermissionToChannel: (user, channel) => hearing(() => mayRead(user, channel)),
      HasPermissionToTeam: () => false,
      HasPermissionTo: (user) => user === userId('root'),
      GetChannel: (Id) =>
        hearing(() => {
          const owner = ownerOf(Id);
          if (owner !== undefined) return directChannel(Id, owner);
          return {
            ...{ Id, Type: people.isPrivate(Id) ? 'P' : 'O', TeamId: TEAM },
            ...{ DeleteAt: people.isArchived(Id) ? 1 : 0, LastPostAt: people.lastPostAt(Id) },
          } as Channel;
        }),
      GetChannelsForTeamForUser: (_team, user) =>
        hearing(() => {
          if (user === BOT)
            return [
              directChannel(DIRECT_CHANNEL, 'ann', Math.max(0, ...written.map((post) => post.CreateAt))),
              ...botIn.map((name) => {
                const Id = channelId(name);
                const LastPostAt = people.lastPostAt(Id);
                return { Id, Type: 'O', Name: name, TeamId: TEAM, LastPostAt } as unknown as Channel;
              }),
            ];
          return [...(people.byId(user)?.channels ?? [])].map(
            (name) => ({ Id: channelId(name) }) as unknown as Channel,
          );
        }),
      GetChannelMember: (channel, user) =>
        hearing(() => {
          if (user !== BOT || !entered.has(channel)) throw missing();
          return { ChannelId: channel, UserId: user } as ChannelMember;
        }),
      GetTeamMember: (TeamId, UserId) => ({ TeamId, UserId, DeleteAt: 0 }) as unknown as TeamMember,
      AddChannelMember: (ChannelId, UserId) =>
        hearing(() => {
          entered.add(ChannelId);
          return { ChannelId, UserId } as ChannelMember;
        }),
      AddReaction({ UserId = '', PostId = '', EmojiName = '' }) {
        if (UserId === BOT) reactions.push({ postId: PostId, emoji: EmojiName });
        return { UserId, PostId, EmojiName } as Reaction;
      },
      RemoveReaction({ UserId = '', PostId = '', EmojiName = '' }) {
        const at = reactions.findIndex(({ postId, emoji }) => postId === PostId && emoji === EmojiName);
        if (UserId === BOT && at >= 0) reactions.splice(at, 1);
      },
      GetPostsSince: (channel) =>
        listOf(ownerOf(channel) === undefined ? writtenIn(people, channel, reacted) : written),
      GetReactions: (id) => reacted.filter(({ PostId }) => PostId === id),
      GetPost(id) {
        const own = posts.find(({ Id }) => Id === id);
        const written = hearing(() => people.writtenAs(id));
        const ChannelId = written?.channel ?? own?.ChannelId;
        if (ChannelId === undefined) throw missing();
        const [UserId, Message] = [written?.userId ?? own?.UserId, written?.text ?? own?.Message];
        const CreateAt = written?.writtenAt ?? own?.CreateAt;
        const Props = written?.isOfProgram === true ? { from_bot: 'true' } : (own?.Props ?? {});
        return {
          Id: id,
          ChannelId,
          UserId,
          CreateAt,
          Message,
          Props,
          RootId: '',
          DeleteAt: 0,
        } as unknown as Post;
      },
      UpdatePost(changed) {
        const own = posts.find(({ Id }) => Id === changed.Id);
        if (own === undefined) throw missing();
        if (people.isArchived(own.ChannelId))
          throw refusal(400, 'api.post.update_post.can_not_update_post_in_deleted.error', 'Archived.');
        return Object.assign(own, changed) as Post;
      },
      OpenInteractiveDialog: (request) => void dialogs.push(request),
      GetServerVersion: () => '11.2.1',
      GetPostThread: (root) => listOf(posts.filter(({ RootId }) => RootId === root)),
      GetPostsForChannel: (channel, page, perPage) => {
        const newestFirst = posts.filter(({ ChannelId }) => ChannelId === channel).toReversed();
        return listOf(newestFirst.slice(page * perPage, (page + 1) * perPage));
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
    },
  };
  return played;
}

const listOf = (posts: readonly Post[]) =>
  ({ Order: [], Posts: Object.fromEntries(posts.map((post) => [post.Id, post])) }) as unknown as PostList;

const writtenIn = (people: People, channel: string, reacted: readonly Reaction[]): Post[] =>
  people.writtenIn(channel).map(
    ({ id: Id, userId: UserId, text: Message, writtenAt: CreateAt }) =>
      ({
        Id,
        ChannelId: channel,
        UserId,
        Message,
        CreateAt,
        DeleteAt: 0,
        HasReactions: reacted.some(({ PostId }) => PostId === Id),
        Type: '',
        RootId: '',
        Props: {},
      }) as unknown as Post,
  );

function userOf(people: People, id: string): User {
  const person = people.byId(id);
  if (person === undefined) throw missing();
  const Roles = person.isGuest === true ? 'system_guest' : 'system_user';
  return {
    Id: id,
    Username: person.name,
    Roles,
    Locale: person.locale ?? 'en',
    DeleteAt: person.isDeactivated === true ? 1 : 0,
    IsBot: person.isBot ?? false,
    Timezone: { useAutomaticTimezone: 'false', manualTimezone: person.timeZone ?? '' },
  } as unknown as User;
}
