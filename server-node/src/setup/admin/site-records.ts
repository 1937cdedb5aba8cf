import { z } from 'zod';

/** The parts of Mattermost's records that setup and doctor use. */
export const userRecord = z.object({
  id: z.string(),
  username: z.string(),
  roles: z.string().default(''),
  is_bot: z.boolean().default(false),
  delete_at: z.number().default(0),
  /** 0 until a picture was set. */
  last_picture_update: z.number().default(0),
});
export type UserRecord = z.output<typeof userRecord>;

/** `owner_id` is a user's id, or a plugin's. */
export const botRecord = z.object({
  user_id: z.string(),
  owner_id: z.string().default(''),
  delete_at: z.number(),
});

export const teamRecord = z.object({ id: z.string(), name: z.string(), delete_at: z.number().default(0) });
export type TeamRecord = z.output<typeof teamRecord>;

/** `type` O is public, the only kind in which outgoing webhooks fire. */
export const channelRecord = z.object({ id: z.string(), name: z.string(), type: z.string() });
export type ChannelRecord = z.output<typeof channelRecord>;

export const commandRecord = z.object({
  id: z.string(),
  team_id: z.string(),
  creator_id: z.string().default(''),
  trigger: z.string(),
  token: z.string().default(''),
  method: z.string().default(''),
  url: z.string().default(''),
  auto_complete: z.boolean().default(false),
  auto_complete_desc: z.string().default(''),
  auto_complete_hint: z.string().default(''),
  display_name: z.string().default(''),
  description: z.string().default(''),
});
export type CommandRecord = z.output<typeof commandRecord>;

export const webhookRecord = z.object({
  id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  creator_id: z.string().default(''),
  token: z.string().default(''),
  trigger_words: z
    .array(z.string())
    .nullish()
    .transform((words) => words ?? []),
  trigger_when: z.number().default(0),
  callback_urls: z
    .array(z.string())
    .nullish()
    .transform((urls) => urls ?? []),
  content_type: z.string().default(''),
  display_name: z.string().default(''),
  description: z.string().default(''),
  username: z.string().default(''),
  icon_url: z.string().default(''),
});
export type WebhookRecord = z.output<typeof webhookRecord>;

export const configRecord = z.object({
  ServiceSettings: z.object({
    SiteURL: z
      .string()
      .nullish()
      .transform((url) => (url ?? '').replace(/\/+$/, '')),
    EnableBotAccountCreation: z.boolean().default(false),
    EnableCommands: z.boolean().default(true),
    EnableOutgoingWebhooks: z.boolean().default(true),
    /** 0 for no limit; for bots that belong to people it counts since 12.0. */
    MaximumPersonalAccessTokenLifetimeDays: z.number().default(0),
    AllowedUntrustedInternalConnections: z
      .string()
      .nullish()
      .transform((allowed) => allowed ?? ''),
    TrustedProxyIPHeader: z.array(z.string()).nullish(),
  }),
  LocalizationSettings: z
    .object({ DefaultClientLocale: z.string().default('') })
    .default({ DefaultClientLocale: '' }),
  PluginSettings: z.object({
    Enable: z.boolean().default(true),
    EnableUploads: z.boolean().default(false),
    RequirePluginSignature: z.boolean().default(false),
  }),
  RateLimitSettings: z.object({
    Enable: z.boolean().default(false),
    PerSec: z.number().default(10),
    MaxBurst: z.number().default(100),
    VaryByRemoteAddr: z.boolean().default(true),
    VaryByUser: z.boolean().default(false),
  }),
});
export type ConfigRecord = z.output<typeof configRecord>;
