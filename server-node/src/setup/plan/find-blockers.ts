import { integrationsAddress, onePortFault } from './integrations-address.ts';
import type { Observed, ObservedChannel, ObservedTeam } from './observed.ts';
import { oursOf, type Ours } from './ours.ts';
import { TRIGGER, type Wanted } from './wanted.ts';

/** What keeps setup from doing its work, each with the one thing to do. Nothing is changed while there is any. */
export function findBlockers(observed: Observed, wanted: Wanted, teams: readonly ObservedTeam[]): string[] {
  return [
    ...accountFaults(observed, wanted),
    ...switchFaults(observed, wanted),
    ...teams.flatMap((team) => commandFaults(team, oursOf(observed, wanted))),
    ...observed.channels.flatMap(channelFaults),
    ...fileFaults(observed),
    ...onePortFault(integrationsAddress(observed, wanted), observed, wanted),
  ];
}

function accountFaults({ account, admin, config }: Observed, { bot }: Wanted): string[] {
  if (account.kind === 'person') {
    return [`@${bot} is a person's account. Give the bot another name: --bot NAME.`];
  }
  if (account.kind === 'plugin_bot') {
    return [
      `@${bot} belongs to the plugin ${account.plugin}. Where that plugin is gone, hand the bot over to yourself: POST /api/v4/bots/${account.userId}/assign/${admin.id}. Else give the bot another name: --bot NAME.`,
    ];
  }
  if (account.kind === 'none' && !config.ServiceSettings.EnableBotAccountCreation) {
    return [
      `Bots cannot be created: EnableBotAccountCreation is off. Turn it on in System Console > Integrations > Bot Accounts, or: mmctl config set ServiceSettings.EnableBotAccountCreation true`,
    ];
  }
  return [];
}

function switchFaults(observed: Observed, wanted: Wanted): string[] {
  const { ServiceSettings: settings } = observed.config;
  const off = (name: string, what: string) =>
    `${what} are off. Turn on ${name} in System Console > Integrations > Integration Management, or: mmctl config set ServiceSettings.${name} true`;
  return [
    ...(settings.EnableCommands ? [] : [off('EnableCommands', 'Custom slash commands')]),
    ...(settings.EnableOutgoingWebhooks || wanted.webhooks.length === 0
      ? []
      : [off('EnableOutgoingWebhooks', 'Outgoing webhooks')]),
    ...(integrationsAddress(observed, wanted).url === ''
      ? [
          'Mattermost has no SiteURL. Set it in System Console > Environment > Web Server, or give --integrations-url.',
        ]
      : []),
  ];
}

function commandFaults(team: ObservedTeam, ours: Ours): string[] {
  const foreign = team.commands.filter((one) => one.trigger === TRIGGER && !ours.command(one));
  return foreign.map(
    ({ url }) =>
      `The team ${team.name} already has a slash command /todo of somebody else, which goes to ${originOf(url)}. Delete it in Integrations > Slash Commands of that team, or leave the team out.`,
  );
}

/** The rest of an address may hold a key. */
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'another address');

function channelFaults({ name, found }: ObservedChannel): string[] {
  const full = `${name.team}/${name.channel}`;
  if (found === undefined) {
    return [`There is no channel ${full}; give both names as they are in the channel's address.`];
  }
  if (found.type === 'O') return [];
  return [
    `${full} is not public, and Mattermost sends outgoing webhooks from public channels only. Use /todo there.`,
  ];
}

function fileFaults({ settings }: Observed): string[] {
  const names = ['URL', 'BOT_TOKEN_TODO', 'COMMAND_TOKEN_TODO', 'WEBHOOK_TOKEN_TODO'].map(
    (end) => `MATTERMOST_${end}_FILE`,
  );
  return names
    .filter((name) => name in settings.values)
    .map(
      (name) =>
        `${settings.path} gives ${name}. Setup writes the value itself: take that line out, or give another --settings file.`,
    );
}
