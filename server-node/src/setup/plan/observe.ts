import { z } from 'zod';
import { endOfToken, isEnding, TOKEN_ID } from '../admin/bot-token.ts';
import { readIfThere, readPages } from '../admin/read-pages.ts';
import type { AdminSession } from '../admin/admin-session.ts';
import {
  botRecord,
  channelRecord,
  commandRecord,
  configRecord,
  teamRecord,
  userRecord,
  webhookRecord,
} from '../admin/site-records.ts';
import type { ConfigRecord, TeamRecord } from '../admin/site-records.ts';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { SettingsFile } from '../settings-file.ts';
import type { Account, Observed, ObservedChannel, ObservedTeam } from './observed.ts';
import type { ChannelName, Wanted } from './wanted.ts';

/** Looks at everything that setup may change, and changes nothing. */
export async function observe(
  { call }: Pick<AdminSession, 'call'>,
  wanted: Wanted,
  settings: SettingsFile,
  now: EpochMs,
): Promise<Observed> {
  const me = await callJson(call, { method: 'GET', path: '/api/v4/users/me' }, userRecord);
  const isSystemAdmin = me.roles.split(' ').includes('system_admin');
  const admin = { id: me.id, username: me.username, isSystemAdmin };
  const config = await readConfig(call);
  if (!admin.isSystemAdmin) return { ...NOTHING_SEEN, admin, config, settings };
  const account = await readAccount(call, wanted.bot);
  const botId = account.kind === 'bot' ? account.userId : undefined;
  const teams = await readTeams(call, botId);
  const tokenWorks = botId !== undefined && (await tokenIsOf(call, settings, botId));
  return {
    admin,
    config,
    account,
    teams,
    settings,
    tokenWorks,
    tokenIsEnding: tokenWorks && (await endsSoon(call, settings, botId, config, now)),
    webhooks: await readPages(call, '/api/v4/hooks/outgoing', webhookRecord),
    channels: await Promise.all(wanted.webhooks.map((name) => readChannel(call, teams, name, botId))),
  };
}

/** Others are refused most of what follows; the plan says so before all else. */
const NOTHING_SEEN: Pick<
  Observed,
  'account' | 'tokenWorks' | 'tokenIsEnding' | 'teams' | 'webhooks' | 'channels'
> = {
  account: { kind: 'none' },
  tokenWorks: false,
  tokenIsEnding: false,
  teams: [],
  webhooks: [],
  channels: [],
};

/** For someone who is no administrator it is as empty as it can be: the plan says so before all else. */
async function readConfig(call: RestCall) {
  const empty = { ServiceSettings: {}, PluginSettings: {}, RateLimitSettings: {} };
  return (await readIfThere(call, '/api/v4/config', configRecord)) ?? configRecord.parse(empty);
}

async function readAccount(call: RestCall, bot: string): Promise<Account> {
  const user = await readIfThere(call, `/api/v4/users/username/${encodeURIComponent(bot)}`, userRecord);
  if (user === undefined) return { kind: 'none' };
  if (!user.is_bot) return { kind: 'person' };
  const record = await callJson(
    call,
    { method: 'GET', path: `/api/v4/bots/${user.id}?include_deleted=true` },
    botRecord,
  );
  if (!/^[a-z0-9]{26}$/.test(record.owner_id)) {
    return { kind: 'plugin_bot', plugin: record.owner_id, userId: user.id };
  }
  return {
    kind: 'bot',
    userId: user.id,
    ownerId: record.owner_id,
    isEnabled: record.delete_at === 0,
    hasPicture: user.last_picture_update > 0,
  };
}

async function readTeams(call: RestCall, botId: string | undefined): Promise<ObservedTeam[]> {
  const teams = await readPages(call, '/api/v4/teams', teamRecord);
  const mine = botId === undefined ? [] : await readPages(call, `/api/v4/users/${botId}/teams`, teamRecord);
  const observed: ObservedTeam[] = [];
  for (const team of teams.filter(({ delete_at: deletedAt }) => deletedAt === 0)) {
    observed.push({
      ...team,
      botIsMember: mine.some(({ id }) => id === team.id),
      commands: await readCommands(call, team),
    });
  }
  return observed;
}

async function readCommands(call: RestCall, team: TeamRecord) {
  const path = `/api/v4/commands?team_id=${team.id}&custom_only=true`;
  return (await readIfThere(call, path, z.array(commandRecord).nullable())) ?? [];
}

async function readChannel(
  call: RestCall,
  teams: readonly ObservedTeam[],
  name: ChannelName,
  botId: string | undefined,
): Promise<ObservedChannel> {
  const team = teams.find((one) => one.name === name.team);
  if (team === undefined) return { name, found: undefined };
  const path = `/api/v4/teams/${team.id}/channels/name/${encodeURIComponent(name.channel)}`;
  const channel = await readIfThere(call, path, channelRecord);
  if (channel === undefined) return { name, found: undefined };
  const member =
    botId &&
    (await readIfThere(
      call,
      `/api/v4/channels/${channel.id}/members/${botId}`,
      z.object({ user_id: z.string() }),
    ));
  return { name, found: { ...channel, teamId: team.id, botIsMember: Boolean(member) } };
}

/** A token of another account would let the backend speak as somebody else. */
export async function tokenIsOf(call: RestCall, { values }: SettingsFile, botId: string): Promise<boolean> {
  const token = values['MATTERMOST_BOT_TOKEN_TODO'];
  if (token === undefined || !/^[A-Za-z0-9]{16,64}$/.test(token)) return false;
  try {
    return (
      (await callJson(call, { method: 'GET', path: '/api/v4/users/me', token }, userRecord)).id === botId
    );
  } catch (error) {
    if (error instanceof RestError && error.status === 401) return false;
    throw error;
  }
}

async function endsSoon(
  call: RestCall,
  { values }: SettingsFile,
  botId: string,
  { ServiceSettings: { MaximumPersonalAccessTokenLifetimeDays: days } }: ConfigRecord,
  now: EpochMs,
): Promise<boolean> {
  return isEnding(await endOfToken(call, botId, values[TOKEN_ID] ?? '', now), days, now);
}
