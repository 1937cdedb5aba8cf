import type {
  ChannelRecord,
  CommandRecord,
  ConfigRecord,
  TeamRecord,
  WebhookRecord,
} from '../admin/site-records.ts';
import type { SettingsFile } from '../settings-file.ts';
import type { ChannelName } from './wanted.ts';

/** What there is before setup changes anything. */
export interface Observed {
  admin: { id: string; username: string; isSystemAdmin: boolean };
  config: ConfigRecord;
  /** Whoever has the bot's user name. */
  account: Account;
  /** The token in the settings file is one of this bot. */
  tokenWorks: boolean;
  /** It works, and is to be replaced before it ends. */
  tokenIsEnding: boolean;
  /** All of them, the bot's membership and the custom slash commands of each. */
  teams: readonly ObservedTeam[];
  webhooks: readonly WebhookRecord[];
  /** Those asked for. */
  channels: readonly ObservedChannel[];
  settings: SettingsFile;
}

export type Account =
  | { kind: 'none' }
  | { kind: 'person' }
  | { kind: 'plugin_bot'; plugin: string; userId: string }
  | { kind: 'bot'; userId: string; ownerId: string; isEnabled: boolean; hasPicture: boolean };

export interface ObservedTeam extends TeamRecord {
  botIsMember: boolean;
  commands: readonly CommandRecord[];
}

export interface ObservedChannel {
  name: ChannelName;
  /** Undefined when there is none of that name. */
  found: (ChannelRecord & { teamId: string; botIsMember: boolean }) | undefined;
}
