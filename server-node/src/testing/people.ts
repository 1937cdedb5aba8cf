import type { Account, AccountOf } from '../callers/account.ts';
import type { People as Directory } from '../callers/people.ts';
import type { ChannelStateFor } from '../callers/channel-state-for.ts';
import type { Caller, Identify } from '../callers/ports.ts';
import type { FindPost } from '../callers/written-post.ts';
import type { PostingRightOf } from '../living-posts/ports.ts';
import { AppError } from '../shared/app-error.ts';
import type { Recipients } from '../reminders/ports.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';

const idOf = (name: string) => name.padEnd(26, '0');
export const userId = (name: string) => idOf(name) as UserId;
export const channelId = (name: string) => idOf(name) as ChannelId;
export const postId = (name: string) => idOf(name) as PostId;

export interface Person {
  name: string;
  isGuest?: boolean;
  locale?: string;
  timeZone?: string | null;
  isBot?: boolean;
  isDeactivated?: boolean;
  /** Names. */
  teams: readonly string[];
  channels: Set<string>;
}

export const TEAM = idOf('team');

interface Written {
  channel: ChannelId;
  userId: UserId;
  text: string;
  writtenAt: number;
  isEdited: boolean;
  isOfProgram: boolean;
}

/** People who sign in with `Bearer <name>`, what they may read, and what they wrote. */
export function makePeople() {
  const people = new Map<string, Person>();
  const posts = new Map<PostId, Written>();
  const undisturbed = new Map<UserId, number | null>();
  let isAway = false;
  const archived = new Set<ChannelId>();
  const privateChannels = new Set<ChannelId>();
  const silent = new Set<ChannelId>();
  let askedInVain = 0;
  const byId = (id: string) => [...people.values()].find(({ name }) => userId(name) === id);
  const refuseWhenAway = () => {
    if (!isAway) return;
    askedInVain += 1;
    throw new AppError('mattermost_unavailable', 'Mattermost is away.');
  };
  const callerOf = (person: Person): Caller => {
    const mayRead = (id: ChannelId) => [...person.channels].some((name) => channelId(name) === id);
    return {
      userId: userId(person.name),
      username: person.name,
      isGuest: person.isGuest ?? false,
      locale: person.locale ?? 'en',
      access: {
        async stateOfChannel(id) {
          refuseWhenAway();
          if (!mayRead(id)) return 'unreadable';
          return archived.has(id) ? 'archived' : 'open';
        },
        async channelOfPost(id) {
          refuseWhenAway();
          const channel = posts.get(id)?.channel;
          return channel !== undefined && mayRead(channel) ? channel : undefined;
        },
      },
    };
  };
  const identify: Identify = async ({ headers }) => {
    refuseWhenAway();
    const name = /^Bearer (\w+)$/.exec(String(headers['authorization']))?.[1];
    const person = people.get(name ?? '');
    if (person === undefined) throw new AppError('not_signed_in', 'Sign in to Mattermost first.');
    return callerOf(person);
  };
  const accountFrom = (person: Person): Account => {
    const { name: username, locale = 'en', isGuest = false, timeZone = null } = person;
    const { isBot = false, isDeactivated = false } = person;
    return { userId: userId(username), username, locale, timeZone, isBot, isGuest, isDeactivated };
  };
  const sharing =
    (placesOf: (person: Person) => Iterable<string>) =>
    async (id: UserId, others: readonly UserId[]): Promise<ReadonlySet<UserId>> => {
      refuseWhenAway();
      const own = new Set(placesOf(byId(id) ?? nobody));
      return new Set(
        others.filter((other) => [...placesOf(byId(other) ?? nobody)].some((one) => own.has(one))),
      );
    };
  const directory: Directory = {
    named: async (names) => {
      refuseWhenAway();
      return names.flatMap((name) => people.get(name) ?? []).map(accountFrom);
    },
    beginningWith: async (beginning) => {
      refuseWhenAway();
      return [...people.values()].filter(({ name }) => name.startsWith(beginning)).map(accountFrom);
    },
    sharingTeam: sharing(({ teams }) => teams),
    sharingChannel: sharing(({ channels }) => channels),
  };
  return {
    identify,
    /** Left out: a member of the only team. */
    add(
      name: string,
      facts: Partial<Omit<Person, 'name' | 'channels'>> & { channels?: readonly string[] } = {},
    ) {
      people.set(name, { teams: ['team'], ...facts, name, channels: new Set(facts.channels) });
    },
    directory,
    signOut: (name: string) => void people.delete(name),
    leave: (name: string, channel: string) => void people.get(name)?.channels.delete(channel),
    post(name: string, channel: string, by = 'ann', text = '', more: Partial<Written> = {}) {
      const written = { writtenAt: Date.now(), isEdited: false, isOfProgram: false, ...more };
      posts.set(postId(name), { channel: channelId(channel), userId: userId(by), text, ...written });
    },
    /** Nobody may write there any more, but all who are in it may read. */
    silence: (channel: string) => void silent.add(channelId(channel)),
    postingRightOf: (async (id, channel) => {
      refuseWhenAway();
      const person = byId(id);
      const isMember = [...(person?.channels ?? [])].some((name) => channelId(name) === channel);
      if (!isMember || silent.has(channel)) return 'may_not';
      return archived.has(channel) ? 'archived' : 'may';
    }) satisfies PostingRightOf as PostingRightOf,
    makePrivate: (channel: string) => void privateChannels.add(channelId(channel)),
    archive: (channel: string) => void archived.add(channelId(channel)),
    unarchive: (channel: string) => void archived.delete(channelId(channel)),
    isPrivate: (id: string) => privateChannels.has(id as ChannelId),
    writtenIn: (id: string) =>
      [...posts].flatMap(([post, written]) => (written.channel === id ? [{ id: post, ...written }] : [])),
    lastPostAt: (id: string) =>
      Math.max(
        0,
        ...[...posts.values()].filter(({ channel }) => channel === id).map((post) => post.writtenAt),
      ),
    isArchived: (id: string) => archived.has(id as ChannelId),
    byId,
    beginningWith: (beginning: string) =>
      [...people.keys()].filter((name) => name.startsWith(beginning)).map(userId),
    byName: (name: string) => people.get(name),
    writtenAs: (id: string) => posts.get(id as PostId),
    findPost: (async (id) => {
      refuseWhenAway();
      const post = posts.get(id);
      if (post === undefined) return undefined;
      const { channel, userId, text } = post;
      return {
        postId: id,
        channelId: channel,
        userId,
        text,
        teamId: TEAM,
        isArchived: archived.has(channel),
        isPublic: !privateChannels.has(channel),
        isEdited: post.isEdited,
        isOfMattermost: false,
        isOfProgram: post.isOfProgram,
        writtenAt: post.writtenAt,
      };
    }) satisfies FindPost as FindPost,
    /** Asked by whatever plays Mattermost, at each question to it. */
    isAway: () => {
      if (isAway) askedInVain += 1;
      return isAway;
    },
    /** Questions that came while Mattermost was away. */
    askedInVain: () => askedInVain,
    goAway: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    recipients: {
      doNotDisturb: async (ids) => {
        refuseWhenAway();
        return new Map([...undisturbed].filter(([id]) => ids.includes(id)));
      },
      channelSeenBy: async (id, channel) => {
        refuseWhenAway();
        const person = byId(id);
        const name = [...(person?.channels ?? [])].find((one) => channelId(one) === channel);
        return { mayRead: name !== undefined, name: name ?? '', path: `/team/channels/${name}` };
      },
      siteUrl: async () => 'https://chat.example.com',
    } satisfies Recipients as Recipients,
    channelStateFor: (async (id, channel) => {
      refuseWhenAway();
      const person = byId(id);
      return person === undefined ? 'unreadable' : callerOf(person).access.stateOfChannel(channel, 'now');
    }) satisfies ChannelStateFor as ChannelStateFor,
    /** @param until null: until they say otherwise; undefined: no more */
    leaveAlone(name: string, until: number | null | undefined) {
      if (until === undefined) undisturbed.delete(userId(name));
      else undisturbed.set(userId(name), until);
    },
    accountOf: (async (id) => {
      refuseWhenAway();
      const person = byId(id);
      return person === undefined ? undefined : accountFrom(person);
    }) satisfies AccountOf as AccountOf,
  };
}

const nobody: Person = { name: '', teams: [], channels: new Set() };

export type People = ReturnType<typeof makePeople>;
