import type { AccountsApi } from '../plugin-api/accounts.ts';
import {
  ApiError,
  type Channel,
  type ChannelMember,
  type Post,
  type PostList,
  type Reaction,
  type Status,
  type Team,
  type TeamMember,
  type User,
} from 'mattermost-plugin-host';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import type { MattermostPluginApiOptions } from '../plugin-api/create-mattermost-plugin-api.ts';
import {
  FakeRefusal,
  namesOf,
  TEAM_NAME,
  type FakeChannel,
  type FakeMattermost,
  type FakePerson,
  type FakePost,
} from './fake-mattermost.ts';

/**
 * The plugin API over a site in memory. A plugin is asked no rights: it reads all that is there, and its posts are taken
 * in channels that their author is not in.
 */
export function makeFakePluginApi(site: FakeMattermost): MattermostPluginApiOptions['api'] & AccountsApi {
  return {
    GetUser: (id) =>
      answered('GetUser', () =>
        userOf(found(site.people.get(id as UserId), 'app.user.missing_account.const')),
      ),
    GetPreferenceForUser: (id, Category, Name) =>
      answered('GetPreferenceForUser', () => {
        const chosen = site.people.get(id as UserId)?.use_military_time;
        return { UserId: id, Category, Name, Value: found(chosen, 'app.preference.get.app_error') };
      }),
    GetUsersByUsernames: async (names) =>
      [...site.people.values()].filter(({ username }) => names.includes(username)).map(userOf),
    SearchUsers: async ({ Term = '' }) => site.peopleBeginningWith(Term).map(userOf),
    GetTeamsForUser: async (id) => site.teamsOf(id as UserId).map((Id) => only<Team>({ Id })),
    GetChannelsForTeamForUser: (_team, id) =>
      answered('GetChannelsForTeamForUser', () => {
        const channels = [...site.channels.values()].filter(({ members }) => members.has(id as UserId));
        return found(channels.length === 0 ? undefined : channels, 'app.channel.get_channels.not_found').map(
          channelOf,
        );
      }),
    GetUserStatusesByIds: async (ids) =>
      site
        .statuses(ids)
        .map(({ user_id, status, dnd_end_time }) =>
          only<Status>({ UserId: user_id, Status: status, DNDEndTime: dnd_end_time }),
        ),
    GetTeam: async (id) => only<Team>({ Id: id, Name: TEAM_NAME }),
    GetChannel: (id) =>
      answered('GetChannel', () =>
        channelOf(found(site.channels.get(id as ChannelId), 'app.channel.get.existing.app_error')),
      ),
    GetDirectChannel: (one, other) =>
      answered('GetDirectChannel', () => channelOf(site.openDirect(one as UserId, other as UserId))),
    GetChannelMember: (id, user) =>
      answered('GetChannelMember', () => {
        if (!site.isMember(user as UserId, id as ChannelId))
          throw new FakeRefusal(404, 'app.channel.get_member.missing.app_error');
        return only<ChannelMember>({ ChannelId: id, UserId: user });
      }),
    GetTeamMember: (team, user) =>
      answered('GetTeamMember', () => {
        if (!site.isInTeam(user as UserId, team))
          throw new FakeRefusal(404, 'app.team.get_member.missing.app_error');
        return only<TeamMember>({ TeamId: team, UserId: user, DeleteAt: 0 });
      }),
    CreateTeamMember: (team, user) =>
      answered('CreateTeamMember', () => {
        const person = found(site.people.get(user as UserId), 'app.user.missing_account.const');
        person.teams = [...site.teamsOf(person.id), team];
        return only<TeamMember>({ TeamId: team, UserId: user, DeleteAt: 0 });
      }),
    AddChannelMember: (id, user) => answered('AddChannelMember', () => enter(id, user)),
    AddUserToChannel: (id, user) => answered('AddUserToChannel', () => enter(id, user)),
    GetPost: (id) => answered('GetPost', () => postOf(existing(id))),
    GetPostThread: (id) =>
      answered('GetPostThread', () => {
        const root = existing(id);
        return listOf(site.posts.filter((post) => post === root || post.root_id === root.id));
      }),
    GetPostsForChannel: (id, page, perPage) =>
      answered('GetPostsForChannel', () => {
        const newestFirst = site.posts.filter(({ channel_id }) => channel_id === id).toReversed();
        return listOf(newestFirst.slice(page * perPage, (page + 1) * perPage));
      }),
    CreatePost: ({ UserId = '', ChannelId = '', RootId = '', Message = '', Props = {} }) =>
      answered('CreatePost', () =>
        postOf(
          site.writePost(UserId as UserId, {
            channel_id: ChannelId as ChannelId,
            root_id: RootId as PostId,
            message: Message,
            props: Props,
            is_silent: Props['silent_notification'] === true,
          }),
        ),
      ),
    AddReaction: ({ UserId = '', PostId = '', EmojiName = '' }) =>
      answered('AddReaction', () => {
        site.writeReaction({
          ...{ user_id: UserId as UserId, post_id: PostId as PostId, emoji_name: EmojiName },
        });
        return only<Reaction>({ UserId, PostId, EmojiName });
      }),
    RemoveReaction: ({ UserId = '', PostId = '', EmojiName = '' }) =>
      answered('RemoveReaction', () =>
        site.dropReaction({
          ...{ user_id: UserId as UserId, post_id: PostId as PostId, emoji_name: EmojiName },
        }),
      ),
    UpdatePost: ({ Id = '', Message = '', Props = {}, IsPinned = false }) =>
      answered('UpdatePost', () =>
        postOf(site.editPost(Id as PostId, { message: Message, props: Props, is_pinned: IsPinned })),
      ),
    GetServerVersion: async () => site.version,
    OpenInteractiveDialog: ({ TriggerId = '', URL = '', Dialog = {} }) =>
      answered('OpenInteractiveDialog', () => {
        const { Title = '', IntroductionText = '', SubmitLabel = '', State = '', Elements = [] } = Dialog;
        site.openDialog(TriggerId, {
          ...{ url: URL, title: Title, about: IntroductionText, submit: SubmitLabel, state: State },
          elements: (Elements ?? []).map(
            ({ Name = '', DisplayName = '', Type = '', Default = '', DataSource = '', Options }) => ({
              ...{ name: Name, label: DisplayName, type: Type, value: Default, source: DataSource },
              options: (Options ?? []).map(({ Text = '', Value = '' }) => [Text, Value]),
            }),
          ),
        });
      }),
    HasPermissionToChannel: async (user, channel, permission) =>
      permission?.Id === 'create_post'
        ? site.mayPost(user as UserId, channel as ChannelId)
        : permission?.Id === 'manage_private_channel_members'
          ? site.mayAdd(user as UserId, channel as ChannelId)
          : site.isMember(user as UserId, channel as ChannelId),
    HasPermissionToTeam: async (user, team) =>
      site.isInTeam(user as UserId, team) &&
      site.people.get(user as UserId)?.roles.includes('system_guest') === false,
  };

  function enter(id: string, user: string): ChannelMember {
    const channel = found(site.channels.get(id as ChannelId), 'app.channel.get.existing.app_error');
    if (!site.isInTeam(user as UserId, channel.team_id))
      throw new FakeRefusal(404, 'app.team.get_member.missing.app_error');
    channel.members.add(user as UserId);
    return only<ChannelMember>({ ChannelId: id, UserId: user });
  }

  function existing(id: string): FakePost {
    const post = site.posts.find((one) => one.id === id && one.delete_at === 0);
    return found(post, 'app.post.get.app_error');
  }
}

async function answered<T>(method: string, answer: () => T): Promise<T> {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof FakeRefusal)) throw error;
    throw new ApiError(method, { StatusCode: error.status, Id: error.id });
  }
}

function found<T>(what: T | undefined, otherwise: string): T {
  if (what === undefined) throw new FakeRefusal(404, otherwise);
  return what;
}

/** The fields that the door reads, of the many that Mattermost has. */
const only = <T>(fields: Partial<T>): T => fields as T;

const userOf = ({ id, username, roles, is_bot, locale, delete_at }: FakePerson) =>
  only<User>({
    Id: id,
    Username: username,
    Roles: roles,
    IsBot: is_bot,
    Locale: locale,
    DeleteAt: delete_at,
  });

function channelOf(channel: FakeChannel) {
  const { id, type, team_id, delete_at } = channel;
  const { name: Name, display_name: DisplayName } = namesOf(channel);
  return only<Channel>({ Id: id, Type: type, TeamId: team_id, DeleteAt: delete_at, Name, DisplayName });
}

const postOf = ({
  id,
  user_id,
  channel_id,
  root_id,
  message,
  props,
  is_pinned,
  create_at,
  delete_at,
}: FakePost) =>
  only<Post>({
    ...{ Id: id, UserId: user_id, ChannelId: channel_id, RootId: root_id },
    ...{ Message: message, Props: props, IsPinned: is_pinned, CreateAt: create_at, DeleteAt: delete_at },
  });

const listOf = (posts: readonly FakePost[]) =>
  only<PostList>({ Posts: Object.fromEntries(posts.map((post) => [post.id, postOf(post)])) });
