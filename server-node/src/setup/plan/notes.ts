import type { WebhookRecord } from '../admin/site-records.ts';
import type { Observed } from './observed.ts';
import { isGoodPlace, isGoodToken } from './bound-token.ts';
import { integrationsAddress } from './integrations-address.ts';
import { oursOf, type Ours } from './ours.ts';
import { isWebhookPath, type Wanted } from './wanted.ts';

/** Names are other people's words, and may be long. */
const MAX_NAME = 64;
const NO_TOKEN =
  'its token is not 26 small letters and digits. Delete it in Integrations, and run setup again.';
const STRANGE =
  'it was made by somebody else, leads elsewhere, or is of a team or channel that was not asked for.';

/** What setup takes over that it did not make in this run, and what it leaves out or alone: each by its name. */
export function notesOf(observed: Observed, wanted: Wanted): string[] {
  const ours = oursOf(observed, wanted);
  const commands = observed.teams.flatMap((team) =>
    team.commands
      .filter((command) => ours.command(command))
      .flatMap((command) => {
        const name = `the slash command /todo of the team ${team.name}`;
        return tokenNote(command, name, ours.knowsCommand(command));
      }),
  );
  const hooks = observed.webhooks.filter(({ callback_urls: urls }) => urls.some(isWebhookPath));
  const address = integrationsAddress(observed, wanted);
  return [
    ...commands,
    ...hooks.flatMap((hook) => webhookNote(ours, hook, observed)),
    ...(address.isApart ? [] : [atSiteAddress(address.url)]),
  ];
}

const atSiteAddress = (url: string): string =>
  `Slash commands go to ${url}, which outsiders reach, too: so the bot brings private answers as direct messages. Better is an address that only Mattermost reaches: --integrations-url http://<this machine, as Mattermost reaches it>:8078.`;

function webhookNote(ours: Ours, hook: WebhookRecord, observed: Observed): string[] {
  const name = webhookName(hook, observed);
  if (!ours.webhook(hook)) return [`Leave alone ${name}: ${STRANGE}`];
  if (!isGoodPlace(hook)) return [`Leave out ${name}: its channel or team has no id of Mattermost.`];
  return tokenNote(hook, name, ours.knowsWebhook(hook));
}

function tokenNote(record: { token: string; creator_id: string }, name: string, isKnown: boolean): string[] {
  if (!isGoodToken(record.token)) return [`Leave out ${name}: ${NO_TOKEN}`];
  if (isKnown) return [];
  return [`Take over ${name}, made by the user ${record.creator_id || 'unknown'}.`];
}

function webhookName({ id, display_name: name, team_id, channel_id }: WebhookRecord, observed: Observed) {
  const team = observed.teams.find((one) => one.id === team_id)?.name ?? team_id;
  const asked = observed.channels.find(({ found }) => found?.id === channel_id)?.name.channel;
  return `the outgoing webhook "${name.slice(0, MAX_NAME)}" (${id}) of ${team}/${asked ?? channel_id}`;
}
