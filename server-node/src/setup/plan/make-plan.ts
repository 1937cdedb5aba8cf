import type { CommandRecord, WebhookRecord } from '../admin/site-records.ts';
import { chooseTeams } from './choose-teams.ts';
import { findBlockers } from './find-blockers.ts';
import type { Observed, ObservedChannel, ObservedTeam } from './observed.ts';
import type { Step } from './step.ts';
import { notesOf } from './notes.ts';
import { oursOf, type Ours } from './ours.ts';
import type { Wanted } from './wanted.ts';
import { wantedIntegrations, type WantedIntegrations } from './wanted-integrations.ts';
import { settingsToWrite } from './wanted-settings.ts';

export interface Plan {
  /** Each with what to do; with any of them there are no steps. */
  blockers: string[];
  /** What is taken over, left out or left alone, each by its name. */
  notes: string[];
  steps: Step[];
}

/** What has to change so that what is observed becomes what is wanted; nothing when all is right. */
export function makePlan(observed: Observed, wanted: Wanted): Plan {
  const { admin } = observed;
  if (!admin.isSystemAdmin) return { blockers: [notAdministrator(admin.username)], notes: [], steps: [] };
  const { chosen, faults } = chooseTeams(observed.teams, wanted);
  const blockers = [...findBlockers(observed, wanted, chosen), ...faults];
  const notes = notesOf(observed, wanted);
  if (blockers.length > 0) return { blockers, notes, steps: [] };
  const ours = oursOf(observed, wanted);
  const integrations = wantedIntegrations(observed, wanted);
  const ourWebhooks = observed.webhooks.filter((hook) => ours.webhook(hook));
  const steps = [
    ...botSteps(observed, wanted),
    ...chosen.flatMap((team) => teamSteps(team, ours, integrations)),
    ...observed.channels.flatMap((channel) => channelSteps(channel, ourWebhooks, integrations)),
    ...movingSteps(observed, chosen, ours, integrations),
  ];
  return { blockers, notes, steps: [...steps, ...settingsSteps(observed, wanted, steps)] };
}

const notAdministrator = (username: string): string =>
  `@${username} is no system administrator. Give the access token of one who is.`;

function botSteps({ account, tokenWorks, tokenIsEnding, settings }: Observed, { bot }: Wanted): Step[] {
  const isThere = account.kind === 'bot';
  const isGiven = (settings.values['MATTERMOST_BOT_TOKEN_TODO'] ?? '') !== '';
  const replaces = tokenIsEnding ? 'an_ending_one' : isGiven ? 'a_refused_one' : 'nothing';
  return [
    ...(isThere ? [] : [{ act: 'create_bot', bot } as const]),
    ...(isThere && !account.isEnabled ? [{ act: 'enable_bot', bot } as const] : []),
    ...(isThere && account.hasPicture ? [] : [{ act: 'set_picture', bot } as const]),
    ...(tokenWorks && !tokenIsEnding ? [] : [{ act: 'create_token', bot, replaces } as const]),
  ];
}

function teamSteps(
  { id, name, botIsMember, commands }: ObservedTeam,
  { command: isOurs }: Ours,
  { command: wanted }: WantedIntegrations,
): Step[] {
  const ours = commands.find(isOurs);
  const join: Step[] = botIsMember ? [] : [{ act: 'join_team', teamId: id, team: name }];
  if (ours === undefined) return [...join, { act: 'create_command', teamId: id, team: name }];
  if (hasAll(ours, wanted)) return join;
  return [...join, { act: 'update_command', id: ours.id, teamId: id, team: name }];
}

function channelSteps(
  { name, found }: ObservedChannel,
  ourWebhooks: readonly WebhookRecord[],
  { webhook }: WantedIntegrations,
): Step[] {
  if (found === undefined) return [];
  const channel = `${name.team}/${name.channel}`;
  const at = { channelId: found.id, teamId: found.teamId, channel };
  const join: Step[] = found.botIsMember ? [] : [{ act: 'join_channel', channelId: found.id, channel }];
  const ours = ourWebhooks.find((one) => one.channel_id === found.id);
  if (ours === undefined) return [...join, { act: 'create_webhook', ...at }];
  return hasAll(ours, webhook) ? join : [...join, { act: 'update_webhook', hook: ours, channel }];
}

/**
 * What earlier runs have made where nothing was asked for now follows the backend to its address, and keeps what
 * somebody may have changed by hand.
 */
function movingSteps(
  { teams, webhooks, channels }: Observed,
  chosen: readonly ObservedTeam[],
  ours: Ours,
  { command: wanted, webhookUrl }: WantedIntegrations,
): Step[] {
  const commands = teams
    .filter((team) => !chosen.includes(team))
    .flatMap(({ id: teamId, name: team, commands: all }) =>
      all
        .filter((command) => ours.command(command) && !hasAll(command, wanted))
        .map(({ id }): Step => ({ act: 'update_command', id, teamId, team })),
    );
  const asked = channels.map(({ found }) => found?.id);
  const hooks = webhooks
    .filter((hook) => ours.webhook(hook) && !asked.includes(hook.channel_id))
    .filter((hook) => !hook.callback_urls.includes(webhookUrl))
    .map((hook): Step => ({ act: 'move_webhook', hook, channel: placeOf(hook, teams) }));
  return [...commands, ...hooks];
}

function placeOf(
  { team_id: id, channel_id: channel }: WebhookRecord,
  teams: readonly ObservedTeam[],
): string {
  const team = teams.find((one) => one.id === id)?.name ?? id;
  return channel === '' ? `the team ${team}` : `${team}/${channel}`;
}

function hasAll(record: CommandRecord | WebhookRecord, wanted: object): boolean {
  const entries = Object.entries(record);
  return Object.entries(wanted).every(([key, value]) =>
    entries.some(([name, is]) => name === key && JSON.stringify(is) === JSON.stringify(value)),
  );
}

/** New tokens are not known yet; stand-ins for them show which lines will change. */
function settingsSteps(observed: Observed, wanted: Wanted, steps: readonly Step[]): Step[] {
  const count = (act: Step['act']) =>
    steps.filter((step) => step.act === act).map((_step, index) => `new-${index}`);
  const [token] = count('create_token');
  const made = { commands: count('create_command'), webhooks: count('create_webhook') };
  const changed = settingsToWrite(observed, wanted, {
    ...made,
    ...(token === undefined ? {} : { bot: { token, id: token } }),
  });
  const names = Object.keys(changed);
  const needed = names.length > 0 || !observed.settings.isPrivate;
  return needed ? [{ act: 'write_settings', path: observed.settings.path, names }] : [];
}
