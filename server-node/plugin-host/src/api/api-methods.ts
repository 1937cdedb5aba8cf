import { ACCESS } from './methods/access.ts';
import { BOTS } from './methods/bots.ts';
import { CHANNEL_MEMBERS } from './methods/channel-members.ts';
import { CHANNELS } from './methods/channels.ts';
import { COMMANDS } from './methods/commands.ts';
import { FILES } from './methods/files.ts';
import { GROUPS } from './methods/groups.ts';
import { KEY_VALUE } from './methods/key-value.ts';
import { MESSAGES } from './methods/messages.ts';
import { POSTS } from './methods/posts.ts';
import { PROPERTIES } from './methods/properties.ts';
import { SERVER } from './methods/server.ts';
import { SHARED_CHANNELS } from './methods/shared-channels.ts';
import { TEAMS } from './methods/teams.ts';
import { USERS } from './methods/users.ts';

/**
 * What a plugin can ask of Mattermost, by topic. Adding a method is a line in one of them, the parameters in Go's order,
 * the result and how it fails, and recorded data for it.
 */
export const API_METHODS = {
  ...POSTS,
  ...CHANNELS,
  ...CHANNEL_MEMBERS,
  ...TEAMS,
  ...USERS,
  ...ACCESS,
  ...BOTS,
  ...COMMANDS,
  ...FILES,
  ...KEY_VALUE,
  ...MESSAGES,
  ...SERVER,
  ...GROUPS,
  ...PROPERTIES,
  ...SHARED_CHANNELS,
} as const;
