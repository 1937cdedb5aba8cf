import type { Observed } from './observed.ts';
import type { Wanted } from './wanted.ts';

/** Where Mattermost posts slash commands and outgoing webhooks. */
export interface IntegrationsAddress {
  url: string;
  /** Nobody but Mattermost reaches it; else it is the site's own, and the bot brings private answers. */
  isApart: boolean;
}

const DEFAULT_PORT = 8078;
/** Where the backend listens for the site's proxy, when the settings do not say. */
const DEFAULT_SITE_PORT = 8077;

type Known = Pick<Observed, 'config' | 'settings'>;

/**
 * What was asked for goes first, then what the settings say. A first run chooses an address of its own where it can be
 * sure of one: on the machine of Mattermost. Where commands go by the site's address, they stay there until somebody
 * asks for another one, since nobody here knows whether Mattermost would reach it.
 */
export function integrationsAddress({ config, settings }: Known, wanted: Wanted): IntegrationsAddress {
  const { INTEGRATIONS_URL: known = '', INTEGRATIONS_PORT: port = '' } = settings.values;
  const { integrationsUrl, backendUrl, mattermostUrl } = wanted;
  if (integrationsUrl !== undefined) return { url: integrationsUrl, isApart: true };
  if (backendUrl !== undefined) return { url: backendUrl, isApart: false };
  if (known !== '') return { url: known.replace(/\/+$/, ''), isApart: true };
  if (port !== '') return { url: onThisMachine(port), isApart: true };
  const isFirstRun = (settings.values['MATTERMOST_COMMAND_TOKEN_TODO'] ?? '') === '';
  if (isFirstRun && isOnThisMachine(mattermostUrl))
    return { url: onThisMachine(DEFAULT_PORT), isApart: true };
  return { url: config.ServiceSettings.SiteURL, isApart: false };
}

/** The lines that make the backend listen there, or no longer. */
export function integrationsSettings(
  { url, isApart }: IntegrationsAddress,
  { settings: { values } }: Known,
): Record<string, string> {
  if (!isApart) return { INTEGRATIONS_PORT: '', INTEGRATIONS_URL: '' };
  return { INTEGRATIONS_PORT: portOf(url, values), INTEGRATIONS_URL: url };
}

/** What the two addresses of the backend may not have in common. @returns what to do, where they have */
export function onePortFault(
  address: IntegrationsAddress,
  { settings: { values } }: Known,
  wanted: Wanted,
): string[] {
  const port = wanted.settings?.PORT ?? values['PORT'] ?? String(DEFAULT_SITE_PORT);
  if (!address.isApart || portOf(address.url, values) !== port) return [];
  return [
    `${address.url} is the port ${port} to which the proxy of the site leads. Give slash commands and webhooks one of their own: --integrations-url ${address.url.replace(/:\d+/, `:${DEFAULT_PORT}`)}.`,
  ];
}

/** A port forwarded to another one is in the settings already. */
function portOf(url: string, values: Observed['settings']['values']): string {
  const { INTEGRATIONS_PORT: given, INTEGRATIONS_URL: known } = values;
  if (given !== undefined && given !== '' && known === url) return given;
  return new URL(url).port || given || String(DEFAULT_PORT);
}

const onThisMachine = (port: number | string): string => `http://127.0.0.1:${port}`;

const isOnThisMachine = (url: string): boolean =>
  URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
