import type { Json } from './records.ts';

/** The part of Mattermost's configuration that `setup`, `doctor` and the page read, with the defaults of 11.2.1. */
export function defaultConfig(): Json {
  return {
    ServiceSettings: {
      SiteURL: '',
      EnableBotAccountCreation: false,
      EnableUserAccessTokens: false,
      EnableOutgoingWebhooks: true,
      EnableIncomingWebhooks: true,
      EnableCommands: true,
      EnablePostUsernameOverride: false,
      EnablePostIconOverride: false,
      AllowedUntrustedInternalConnections: '',
      OutgoingIntegrationRequestsTimeout: 30,
      MaximumPayloadSizeBytes: 300_000,
      MaximumURLLength: 2048,
      SessionLengthWebInHours: 4320,
      SessionIdleTimeoutInMinutes: 43200,
      ExtendSessionLengthWithActivity: false,
      ExperimentalStrictCSRFEnforcement: false,
      EnforceMultifactorAuthentication: false,
      CollapsedThreads: 'always_on',
    },
    TeamSettings: { SiteName: 'Stand-in', CustomDescriptionText: '', RestrictDirectMessage: 'any' },
    RateLimitSettings: {
      Enable: false,
      PerSec: 10,
      MaxBurst: 100,
      MemoryStoreSize: 10_000,
      VaryByRemoteAddr: true,
      VaryByUser: false,
      VaryByHeader: '',
    },
    PluginSettings: {
      Enable: true,
      EnableUploads: true,
      RequirePluginSignature: false,
      Plugins: {},
      PluginStates: {},
    },
    LocalizationSettings: { DefaultServerLocale: 'en', DefaultClientLocale: 'en', AvailableLocales: '' },
    ExperimentalSettings: { DisableAppBar: false },
    FileSettings: { MaxFileSize: 104_857_600 },
  };
}
