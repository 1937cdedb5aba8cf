import type {
  AccessToken,
  Channel,
  ChannelMember,
  Command,
  Json,
  OutgoingHook,
  Post,
  Preference,
  Role,
  Session,
  Team,
  TeamMember,
  User,
} from './records.ts';

/** Everything the stand-in remembers, and all that its world file holds. */
export interface World {
  users: Map<string, User>;
  /** By token. */
  sessions: Map<string, Session>;
  accessTokens: Map<string, AccessToken>;
  teams: Map<string, Team>;
  /** By {@link pair}(team, user). */
  teamMembers: Map<string, TeamMember>;
  channels: Map<string, Channel>;
  /** By {@link pair}(channel, user). */
  channelMembers: Map<string, ChannelMember>;
  posts: Map<string, Post>;
  commands: Map<string, Command>;
  outgoingHooks: Map<string, OutgoingHook>;
  roles: Map<string, Role>;
  /** By user, category and name. */
  preferences: Map<string, Preference>;
  /** Profile pictures, PNG in base64, by user. */
  pictures: Map<string, string>;
  config: Json;
}

export const pair = (one: string, other: string): string => `${one}:${other}`;

export function emptyWorld(config: Json): World {
  return {
    users: new Map(),
    sessions: new Map(),
    accessTokens: new Map(),
    teams: new Map(),
    teamMembers: new Map(),
    channels: new Map(),
    channelMembers: new Map(),
    posts: new Map(),
    commands: new Map(),
    outgoingHooks: new Map(),
    roles: new Map(),
    preferences: new Map(),
    pictures: new Map(),
    config,
  };
}

export function worldToJson(world: World): Json {
  return Object.fromEntries(
    Object.entries(world).map(([name, part]) => [name, part instanceof Map ? [...part] : part]),
  );
}

/** Parts that an older file lacks stay empty. */
export function worldFromJson(saved: Json, config: Json): World {
  const world = emptyWorld(config);
  for (const [name, part] of Object.entries(world)) {
    const entries = saved[name];
    if (part instanceof Map && Array.isArray(entries)) {
      for (const [key, value] of entries as [string, unknown][]) part.set(key, value);
    }
  }
  return world;
}
