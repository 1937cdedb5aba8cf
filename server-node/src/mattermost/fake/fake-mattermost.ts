import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';

export interface FakePerson {
  id: UserId;
  username: string;
  first_name?: string;
  roles: string;
  is_bot: boolean;
  delete_at: number;
  locale: string;
  timezone?: Record<string, string>;
  /** Left out: never chosen. */
  use_military_time?: 'true' | 'false';
  /** `online` when left out. */
  status?: 'dnd' | 'away';
  /** In seconds; 0: without an end. */
  dnd_end_time?: number;
  /** A second factor is asked for and not yet set up. */
  owesFactor: boolean;
  /** Left out: {@link TEAM_ID}. */
  teams?: string[];
}

export interface FakePost {
  id: PostId;
  user_id: UserId;
  channel_id: ChannelId;
  root_id: PostId | '';
  message: string;
  /** Left out: written by somebody. */
  type?: string;
  props: Record<string, unknown>;
  is_pinned: boolean;
  /** Nobody was told of it. */
  is_silent: boolean;
  create_at: number;
  edit_at: number;
  delete_at: number;
}

export interface FakeReaction {
  user_id: UserId;
  post_id: PostId;
  emoji_name: string;
}

/** As the browser gets it. */
export interface FakeDialog {
  url: string;
  title: string;
  about: string;
  submit: string;
  state: string;
  /** `source`: where Mattermost itself finds the options. */
  elements: {
    name: string;
    label: string;
    type: string;
    value: string;
    source: string;
    options: string[][];
  }[];
}

export interface FakeChannel {
  id: ChannelId;
  team_id: string;
  delete_at: number;
  type: 'O' | 'P' | 'D';
  members: Set<UserId>;
  /** Its members may not post; bots have been let. */
  isReadOnly?: boolean;
  /** Its members may add nobody. */
  isClosed?: boolean;
}

/** A direct channel has no name but the ids of the two. */
export const namesOf = ({ id, type, members }: FakeChannel): { name: string; display_name: string } =>
  type === 'D'
    ? { name: [...members, ...members].slice(0, 2).join('__'), display_name: '' }
    : { name: `n-${id}`, display_name: `N ${id}` };

export type NewFakePost = Pick<FakePost, 'channel_id' | 'message'> &
  Partial<Pick<FakePost, 'root_id' | 'props' | 'is_silent'>> & { pending_post_id?: string };

/** What Mattermost answers when it refuses, with its own ids. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly id: string;

  constructor(status: number, id: string) {
    super(id);
    this.status = status;
    this.id = id;
  }
}

/** The team in which everybody is, guests too, unless said otherwise. */
export const TEAM_ID = 'team0000000000000000000000';
export const TEAM_NAME = 'crew';

const PENDING_MS = 30 * SECOND_MS;
const POST_LENGTH = 16_383;

/** A Mattermost in memory with one team, as far as the door needs it; its refusals are those of a real one. */
export function makeFakeMattermost(now: Clock = () => Date.now()) {
  const people = new Map<UserId, FakePerson>();
  const sessions = new Map<string, { userId: UserId; csrf: string }>();
  const channels = new Map<ChannelId, FakeChannel>();
  const posts: FakePost[] = [];
  const pending = new Map<string, FakePost>();
  const reactions: FakeReaction[] = [];
  const dialogs: FakeDialog[] = [];
  let made = 0;

  const newId = (kind: string): string => `${kind}${String((made += 1)).padStart(26 - kind.length, '0')}`;

  function addPerson(username: string, facts: Partial<FakePerson> = {}): FakePerson {
    const id = newId('user') as UserId;
    const plain = { roles: 'system_user', is_bot: false, delete_at: 0, locale: 'en', owesFactor: false };
    const person = { ...plain, ...facts, id, username };
    people.set(id, person);
    return person;
  }

  function signIn(userId: UserId): { token: string; csrf: string } {
    const session = { token: newId('token'), csrf: newId('csrf') };
    sessions.set(session.token, { userId, csrf: session.csrf });
    return session;
  }

  function personOf(token: string): FakePerson {
    const person = people.get(sessions.get(token)?.userId ?? ('' as UserId));
    if (person === undefined || person.delete_at > 0) {
      throw new FakeRefusal(401, 'api.context.session_expired.app_error');
    }
    return person;
  }

  function addChannel(type: FakeChannel['type'], members: readonly UserId[] = []): FakeChannel {
    const id = newId('channel') as ChannelId;
    const team_id = type === 'D' ? '' : TEAM_ID;
    const channel = { id, team_id, delete_at: 0, type, members: new Set(members) };
    channels.set(channel.id, channel);
    return channel;
  }

  function readChannel(userId: UserId, id: ChannelId): FakeChannel {
    const channel = channels.get(id);
    if (channel === undefined) {
      throw new FakeRefusal(404, 'app.channel.get.existing.app_error');
    }
    const isGuest = people.get(userId)?.roles.includes('system_guest') ?? true;
    if (!channel.members.has(userId) && (channel.type !== 'O' || isGuest)) {
      throw new FakeRefusal(403, 'api.context.permissions.app_error');
    }
    return channel;
  }

  /** Who is in a channel is told to those who are in it, also of a public one. */
  function channelFromInside(userId: UserId, id: ChannelId): FakeChannel {
    const channel = readChannel(userId, id);
    if (!channel.members.has(userId)) throw new FakeRefusal(403, 'api.context.permissions.app_error');
    return channel;
  }

  function statuses(ids: readonly string[]) {
    return ids.flatMap((id) => {
      const person = people.get(id as UserId);
      if (person === undefined) return [];
      return { user_id: id, status: person.status ?? 'online', dnd_end_time: person.dnd_end_time ?? 0 };
    });
  }

  function isMember(userId: UserId, id: ChannelId): boolean {
    return channels.get(id)?.members.has(userId) ?? false;
  }

  function teamsOf(userId: UserId): string[] {
    const person = people.get(userId);
    return person === undefined ? [] : (person.teams ?? [TEAM_ID]);
  }

  const isInTeam = (userId: UserId, team: string = TEAM_ID): boolean => teamsOf(userId).includes(team);

  /** As Mattermost searches: by how a username or a first name begins. */
  function peopleBeginningWith(term: string): FakePerson[] {
    const beginsSo = (name = '') => name.toLowerCase().startsWith(term.toLowerCase());
    return [...people.values()].filter(
      ({ username, first_name, delete_at }) =>
        delete_at === 0 && (beginsSo(username) || beginsSo(first_name)),
    );
  }

  function readPost(userId: UserId, id: PostId): FakePost {
    const post = posts.find((one) => one.id === id && one.delete_at === 0);
    if (post === undefined) {
      throw new FakeRefusal(404, 'app.post.get.app_error');
    }
    readChannel(userId, post.channel_id);
    return post;
  }

  function join(userId: UserId, id: ChannelId): void {
    const channel = channels.get(id);
    if (channel?.type !== 'O') {
      throw new FakeRefusal(403, 'api.context.permissions.app_error');
    }
    channel.members.add(userId);
  }

  function openDirect(one: UserId, other: UserId): FakeChannel {
    if (!people.has(one) || !people.has(other)) {
      throw new FakeRefusal(400, 'api.channel.create_direct_channel.invalid_user.app_error');
    }
    const known = [...channels.values()].find(
      ({ type, members }) => type === 'D' && members.has(one) && members.has(other),
    );
    return known ?? addChannel('D', [one, other]);
  }

  function checkRoot({ channel_id, root_id = '' }: NewFakePost): void {
    const root = posts.find(({ id }) => id === root_id);
    if (root_id !== '' && (root === undefined || root.delete_at > 0 || root.root_id !== '')) {
      throw new FakeRefusal(400, 'api.post.create_post.root_id.app_error');
    }
    if (root !== undefined && root.channel_id !== channel_id) {
      throw new FakeRefusal(400, 'api.post.create_post.channel_root_id.app_error');
    }
  }

  function createPost(userId: UserId, draft: NewFakePost): FakePost {
    if (!mayPost(userId, draft.channel_id)) {
      throw new FakeRefusal(403, 'api.context.permissions.app_error');
    }
    return writePost(userId, draft);
  }

  /** Asks no rights of `userId`. */
  function writePost(userId: UserId, draft: NewFakePost): FakePost {
    checkRoot(draft);
    if (Array.from(draft.message).length > POST_LENGTH) {
      throw new FakeRefusal(400, 'model.post.is_valid.message_length.app_error');
    }
    const twin = pending.get(draft.pending_post_id ?? '');
    if (twin !== undefined && now() - twin.create_at < PENDING_MS) {
      return twin;
    }
    const { channel_id, message, root_id = '', props = {}, is_silent = false } = draft;
    const id = newId('post') as PostId;
    const post = {
      id,
      user_id: userId,
      channel_id,
      root_id,
      message,
      props,
      is_pinned: false,
      is_silent,
      create_at: now(),
      edit_at: 0,
      delete_at: 0,
    };
    posts.push(post);
    if (draft.pending_post_id !== undefined && draft.pending_post_id !== '') {
      pending.set(draft.pending_post_id, post);
    }
    return post;
  }

  /** Asks no rights; properties that are left out stay. */
  function editPost(id: PostId, edit: Partial<Pick<FakePost, 'message' | 'props' | 'is_pinned'>>): FakePost {
    const post = posts.find((one) => one.id === id && one.delete_at === 0);
    if (post === undefined) throw new FakeRefusal(404, 'app.post.get.app_error');
    if ((channels.get(post.channel_id)?.delete_at ?? 0) > 0)
      throw new FakeRefusal(400, 'api.post.update_post.can_not_update_post_in_deleted.error');
    return Object.assign(post, edit);
  }

  /** Asks no rights; the same again changes nothing. */
  function writeReaction({ user_id, post_id, emoji_name }: FakeReaction): FakeReaction {
    if (!posts.some(({ id, delete_at }) => id === post_id && delete_at === 0))
      throw new FakeRefusal(404, 'app.post.get.app_error');
    const isSame = (one: FakeReaction) =>
      one.user_id === user_id && one.post_id === post_id && one.emoji_name === emoji_name;
    const reaction = { user_id, post_id, emoji_name };
    if (!reactions.some(isSame)) reactions.push(reaction);
    return reaction;
  }

  function react(userId: UserId, reaction: FakeReaction): FakeReaction {
    const post = posts.find(({ id }) => id === reaction.post_id);
    if (post === undefined || !isMember(userId, post.channel_id))
      throw new FakeRefusal(403, 'api.context.permissions.app_error');
    return writeReaction({ ...reaction, user_id: userId });
  }

  /** Asks no rights; one that is not there counts as removed. */
  function dropReaction({ user_id, post_id, emoji_name }: FakeReaction): void {
    if (!posts.some(({ id, delete_at }) => id === post_id && delete_at === 0))
      throw new FakeRefusal(404, 'app.post.get.app_error');
    const at = reactions.findIndex(
      (one) => one.user_id === user_id && one.post_id === post_id && one.emoji_name === emoji_name,
    );
    if (at >= 0) reactions.splice(at, 1);
  }

  function unreact(userId: UserId, reaction: FakeReaction): void {
    const post = posts.find(({ id }) => id === reaction.post_id);
    if (reaction.user_id !== userId || post === undefined || !isMember(userId, post.channel_id))
      throw new FakeRefusal(403, 'api.context.permissions.app_error');
    dropReaction(reaction);
  }

  /** The roles of a member; in a read-only channel people have one that lets them post no more than guests read. */
  function rolesIn(userId: UserId, id: ChannelId): string {
    const isHeld = channels.get(id)?.isReadOnly === true && people.get(userId)?.is_bot === false;
    return isHeld ? 'moderated_user' : 'channel_user';
  }

  const mayPost = (userId: UserId, id: ChannelId): boolean =>
    isMember(userId, id) && rolesIn(userId, id) === 'channel_user';

  const mayAdd = (userId: UserId, id: ChannelId): boolean =>
    isMember(userId, id) && channels.get(id)?.isClosed !== true;

  /** Those that begin with `late` are older than half a minute. */
  function openDialog(triggerId: string, dialog: FakeDialog): void {
    if (triggerId.startsWith('late'))
      throw new FakeRefusal(400, 'interactive_message.decode_trigger_id.expired');
    dialogs.push(dialog);
  }

  return {
    version: '11.2.1',
    dialogs,
    reactions,
    writeReaction,
    react,
    dropReaction,
    unreact,
    openDialog,
    people,
    sessions,
    channels,
    posts,
    now,
    addPerson,
    signIn,
    signOut: (token: string) => void sessions.delete(token),
    personOf,
    addChannel,
    readChannel,
    statuses,
    channelFromInside,
    isMember,
    rolesIn,
    mayPost,
    mayAdd,
    isInTeam,
    teamsOf,
    peopleBeginningWith,
    readPost,
    join,
    openDirect,
    createPost,
    writePost,
    editPost,
    deletePost: (id: PostId) => {
      for (const post of posts.filter((one) => one.id === id || one.root_id === id)) {
        post.delete_at = now();
      }
    },
  };
}

export type FakeMattermost = ReturnType<typeof makeFakeMattermost>;
