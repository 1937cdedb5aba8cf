import { directChannel } from '../channels/channel-routes.ts';
import { joinChannel } from '../channels/join-channel.ts';
import { newChannel } from '../channels/new-channel.ts';
import { newIntegration } from '../integrations/new-integration.ts';
import { newBot } from '../people/bot-routes.ts';
import { findByName, newUser } from '../people/new-user.ts';
import { createAccessToken } from '../people/sessions.ts';
import { joinTeam, newTeam } from '../teams/join-team.ts';
import type { Channel, Command, OutgoingHook, Team, User } from './records.ts';
import type { Site } from './site.ts';

/** The password of everybody whom the stand-in makes. It guards nothing. */
export const SEED_PASSWORD = 'stand-in-1';

export interface Seed {
  team: Team;
  admin: User;
  alice: User;
  bob: User;
  /** She is in the team, but in none of its channels besides the two default ones, and not in `private`. */
  carol: User;
  townSquare: Channel;
  /** Public, with alice and bob. */
  launch: Channel;
  /** Private, with alice and bob. */
  secret: Channel;
  bot: User;
  botToken: string;
  adminToken: string;
  password: string;
}

/** Makes whatever is not there yet, and finds the rest: after a restart the same people with the same ids. */
export function seed(site: Site): Seed {
  const { world } = site;
  const person = (username: string, roles = 'system_user'): User => {
    const known = findByName(world.users.values(), username);
    if (known !== undefined) return known;
    const email = `${username}@example.com`;
    const user = newUser({ username, password: SEED_PASSWORD, email, roles }, site.now());
    world.users.set(user.id, user);
    return user;
  };
  const admin = person('admin', 'system_admin system_user');
  const [alice, bob, carol] = [person('alice'), person('bob'), person('carol')];
  const team =
    [...world.teams.values()].find(({ name }) => name === 'eng') ??
    newTeam(site, { name: 'eng', display_name: 'Engineering', type: 'O' });
  const bot =
    findByName(world.users.values(), 'todo') ?? newBot(site, 'todo', 'Todo', 'Keeps to-dos.', admin.id).user;
  joinTeam(site, team, admin, true);
  for (const user of [alice, bob, carol, bot]) joinTeam(site, team, user);
  const launch = channelOf(site, team, 'launch', 'Launch', 'O', admin, [alice, bob, bot]);
  const secret = channelOf(site, team, 'secret', 'Secret', 'P', admin, [alice, bob]);
  for (const user of [alice, bob, carol]) directChannel(site, user.id, bot.id, user.id);
  return {
    team,
    admin,
    alice,
    bob,
    carol,
    townSquare: namedChannel(site, team, 'town-square') as Channel,
    launch,
    secret,
    bot,
    botToken: tokenOf(site, bot),
    adminToken: tokenOf(site, admin),
    password: SEED_PASSWORD,
  };
}

const namedChannel = (site: Site, team: Team, wanted: string): Channel | undefined =>
  [...site.world.channels.values()].find(({ team_id, name }) => team_id === team.id && name === wanted);

function channelOf(
  site: Site,
  team: Team,
  name: string,
  display_name: string,
  type: 'O' | 'P',
  creator: User,
  members: User[],
): Channel {
  const wanted = { team_id: team.id, name, display_name, type, creator_id: creator.id };
  const channel = namedChannel(site, team, name) ?? newChannel(site, wanted);
  joinChannel(site, channel, creator.id, true);
  for (const { id } of members) joinChannel(site, channel, id);
  return channel;
}

function tokenOf(site: Site, user: User): string {
  const known = [...site.world.accessTokens.values()].find(({ user_id }) => user_id === user.id);
  return (known ?? createAccessToken(site, user, 'made with the stand-in')).token;
}

export interface Integrations {
  command: Command;
  hook: OutgoingHook;
}

/** The slash command `/todo` and the webhook for the word `todo` in Town Square, both to the backend. */
export function seedIntegrations(
  site: Site,
  { team, admin, townSquare }: Seed,
  backendUrl: string,
): Integrations {
  const { commands, outgoingHooks } = site.world;
  const command =
    [...commands.values()].find(({ trigger }) => trigger === 'todo') ?? newCommand(team, admin, site.now());
  command.url = `${backendUrl}/plugins/todo-node/command`;
  commands.set(command.id, command);
  const hook =
    [...outgoingHooks.values()].find(({ display_name }) => display_name === 'Todo') ??
    newHook(team, admin, townSquare, site.now());
  hook.callback_urls = [`${backendUrl}/webhook/todo`];
  outgoingHooks.set(hook.id, hook);
  return { command, hook };
}

const newCommand = (team: Team, admin: User, now: number): Command => ({
  ...newIntegration(admin.id, now),
  team_id: team.id,
  trigger: 'todo',
  method: 'P',
  username: '',
  icon_url: '',
  auto_complete: true,
  auto_complete_desc: 'Your to-dos',
  auto_complete_hint: '[text | list | done 1 | help]',
  display_name: 'Todo',
  description: '',
  url: '',
  plugin_id: '',
});

const newHook = (team: Team, admin: User, channel: Channel, now: number): OutgoingHook => ({
  ...newIntegration(admin.id, now),
  channel_id: channel.id,
  team_id: team.id,
  trigger_words: ['todo', 'Todo'],
  trigger_when: 0,
  callback_urls: [],
  display_name: 'Todo',
  description: '',
  content_type: 'application/json',
  username: '',
  icon_url: '',
});
