import { SERVER_VERSION } from '../http/answers.ts';
import { SIGNING_KEY } from '../integrations/trigger-id.ts';
import { configSection } from '../site/config-section.ts';
import type { Site } from '../site/site.ts';

/** The configuration that browsers get: strings only, and nothing of plugin settings. */
export function clientConfig(site: Site): Record<string, string> {
  const service = configSection(site.world, 'ServiceSettings');
  const plugins = configSection(site.world, 'PluginSettings');
  return {
    BuildNumber: SERVER_VERSION,
    Version: SERVER_VERSION,
    SiteURL: site.siteUrl(),
    AsymmetricSigningPublicKey: SIGNING_KEY,
    SiteName: String(configSection(site.world, 'TeamSettings')['SiteName']),
    PluginsEnabled: String(plugins['Enable']),
    DefaultClientLocale: 'en',
    AvailableLocales: '',
    CollapsedThreads: String(service['CollapsedThreads']),
    EnableCommands: String(service['EnableCommands']),
    EnableOutgoingWebhooks: String(service['EnableOutgoingWebhooks']),
    EnableBotAccountCreation: String(service['EnableBotAccountCreation']),
    EnableUserAccessTokens: String(service['EnableUserAccessTokens']),
    EnableThemeSelection: 'true',
    AllowCustomThemes: 'true',
    EnableTeamCreation: 'true',
    DisableAppBar: String(configSection(site.world, 'ExperimentalSettings')['DisableAppBar']),
    TeammateNameDisplay: 'username',
    MaxPostSize: '16383',
    ThreadAutoFollow: 'true',
    FeatureFlagAppsEnabled: 'false',
  };
}
