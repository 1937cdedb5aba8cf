/** A Mattermost user, channel, post, team: 26 lower-case letters and digits. */
export type UserId = string & { readonly __brand: 'UserId' };
export type ChannelId = string & { readonly __brand: 'ChannelId' };
export type PostId = string & { readonly __brand: 'PostId' };
export type TeamId = string & { readonly __brand: 'TeamId' };

const MATTERMOST_ID = /^[a-z0-9]{26}$/;

export function isMattermostId(value: string): boolean {
  return MATTERMOST_ID.test(value);
}
