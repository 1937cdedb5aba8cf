import type { ManageSettings } from '../../person-settings/manage-settings.ts';
import type { Recipients } from '../../reminders/ports.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import { channelList, personList } from '../../todos/list.ts';

export const ANN = 'ann00000000000000000000000' as UserId;
export const BOB = 'bob00000000000000000000000' as UserId;
export const ANNS_LIST = personList(ANN);
export const TEAM_LIST = channelList('team0000000000000000000000' as ChannelId);
export const NOW = 1_800_000_000_000;
/** By whose clock dates are read, on a Friday at eight in the morning. */
export const clockOf = async () => ({ zone: 'UTC', locale: 'en' });

/** Where nobody sets anything. */
export const NO_SETTINGS: ManageSettings = {
  of: async () => Promise.reject(new Error('Nobody asked for settings here.')),
  change: async () => Promise.reject(new Error('Nobody sets anything here.')),
};

/** Where nobody has anything in channels. */
export const NO_CHANNELS: Pick<Recipients, 'channelSeenBy' | 'siteUrl'> = {
  channelSeenBy: async () => Promise.reject(new Error('Nobody asked for channels here.')),
  siteUrl: async () => undefined,
};
