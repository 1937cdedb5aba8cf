import type { ChannelId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

/** A channel, as far as a person may know of it. */
export interface ChannelSeen {
  /** `unknown`: the bot is not in this private channel, so Mattermost does not tell it who is. */
  readonly mayRead: boolean | 'unknown';
  /** As people see it. */
  readonly name: string;
  /** Below the site's address; undefined for one of no team. */
  readonly path: string | undefined;
}

/** What the bot asks of Mattermost about people who are not calling now. */
export interface Recipients {
  /**
   * Those who do not want to be disturbed.
   *
   * @returns until when; null: until they say otherwise
   * @throws {AppError} mattermost_unavailable
   */
  doNotDisturb(people: readonly UserId[]): Promise<ReadonlyMap<UserId, EpochMs | null>>;
  /** @throws {AppError} mattermost_unavailable */
  channelSeenBy(person: UserId, channel: ChannelId): Promise<ChannelSeen>;
  /** The address that people know, without a slash at the end; undefined when none is set, or nobody can say. */
  siteUrl(): Promise<string | undefined>;
}
