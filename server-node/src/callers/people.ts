import type { UserId } from '../shared/ids.ts';
import type { Account } from './account.ts';

/** What Mattermost knows of people who are not calling. All of it throws {AppError} mattermost_unavailable. */
export interface People {
  /**
   * Those who have these usernames, deactivated ones and bots as well; a name that nobody has is left out.
   *
   * @param usernames in lower case
   */
  named(usernames: readonly string[]): Promise<Account[]>;
  /** Some of those who have a name that begins with `beginning`; nobody who is deactivated. */
  beginningWith(beginning: string): Promise<Account[]>;
  /** Which of `others` are in a team that a person is in. */
  sharingTeam(personId: UserId, others: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  /**
   * Which of `others` are in a channel that a person is in, a direct one too. The sidecar sees the channels that the bot
   * is in.
   */
  sharingChannel(personId: UserId, others: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}

/** Mattermost keeps them in lower case. */
export const usernameOf = (typed: string): string => typed.normalize('NFKC').replace(/^@/, '').toLowerCase();

const USERNAME = /^[a-z0-9._-]{1,64}$/;

/** Whether Mattermost could have somebody of this name: everything else need not be asked. */
export const isUsername = (name: string): boolean => USERNAME.test(name);
