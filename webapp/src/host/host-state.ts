import type { Channel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import type { GlobalState } from '@mattermost/types/store';
import type { Team } from '@mattermost/types/teams';
import type { UserProfile } from '@mattermost/types/users';
import type { Action, Store } from 'redux';

/** Mattermost's own store. Thunks are allowed there, hence the loose argument of `dispatch`. */
export type HostStore = Pick<Store<GlobalState>, 'getState' | 'subscribe'> & {
  dispatch: (action: Action | object) => unknown;
};

/** The selectors of mattermost-redux would bring its own library into the bundle; so these are written out. */
export const currentUserId = (state: GlobalState): string => state.entities.users.currentUserId;

export const userById = (state: GlobalState, id: string): UserProfile | undefined =>
  state.entities.users.profiles[id];

export const currentUser = (state: GlobalState): UserProfile | undefined =>
  userById(state, currentUserId(state));

export const currentChannel = (state: GlobalState): Channel | undefined =>
  state.entities.channels.channels[state.entities.channels.currentChannelId];

export const channelById = (state: GlobalState, id: string): Channel | undefined =>
  state.entities.channels.channels[id];

export const currentTeam = (state: GlobalState): Team | undefined =>
  state.entities.teams.teams[state.entities.teams.currentTeamId];

export const postById = (state: GlobalState, id: string): Post | undefined =>
  (state.entities.posts.posts as Record<string, Post>)[id];

export const siteUrl = (state: GlobalState): string => state.entities.general.config.SiteURL ?? '';

/** Whether pictures of other sites come by way of this one. */
export const proxiesImages = (state: GlobalState): boolean =>
  state.entities.general.config.HasImageProxy === 'true';

/** With whom the person talks in a direct channel, be it with oneself; `undefined` in all others. */
export function partnerOf(state: GlobalState, { type, name }: Channel): string | undefined {
  if (type !== 'D') return undefined;
  const own = currentUserId(state);
  return name.split('__').find((id) => id !== own) ?? own;
}

/** A direct message has no name of its own: it is the other person. */
export function titleOfChannel(state: GlobalState, channel: Channel): string {
  const partner = partnerOf(state, channel);
  const name = partner === undefined ? undefined : userById(state, partner)?.username;
  return name ?? channel.display_name;
}

export const threadsAreCollapsed = (state: GlobalState): boolean => {
  const preference = state.entities.preferences.myPreferences['display_settings--collapsed_reply_threads'];
  const byDefault = state.entities.general.config.CollapsedThreads;
  return byDefault === 'always_on' || (preference?.value ?? byDefault) !== 'off';
};

/** 24 hours when the person chose so; else what is usual in the language. */
export const usesMilitaryTime = (state: GlobalState): boolean =>
  state.entities.preferences.myPreferences['display_settings--use_military_time']?.value === 'true';

/** IANA zone of the person's settings; `undefined` means the browser's. */
export function timeZone(state: GlobalState): string | undefined {
  const zone = currentUser(state)?.timezone;
  if (zone === undefined) return undefined;
  const automatic = String(zone.useAutomaticTimezone) === 'true';
  return (automatic ? zone.automaticTimezone : zone.manualTimezone) || undefined;
}
