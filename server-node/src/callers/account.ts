import type { ClockHours } from '../dates/in-words/when-words.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { makeShortMemory } from '../shared/short-memory.ts';
import { isTimeZone } from '../shared/time-zone.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';

/** What Mattermost says of an account, whoever asks. */
export interface Account {
  readonly userId: UserId;
  readonly username: string;
  /** As Mattermost names it, such as `zh-CN`; empty when none was chosen. */
  readonly locale: string;
  /** The IANA name; null when Mattermost has none or one that this machine does not know. */
  readonly timeZone: string | null;
  /** On how many hours the clock counts that Mattermost shows the person; left out where the host cannot know it. */
  readonly hours?: ClockHours;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly isDeactivated: boolean;
}

/**
 * An answer may be up to {@link ACCOUNT_KEPT_MS} old.
 *
 * @returns undefined when there is no such account
 * @throws {AppError} mattermost_unavailable
 */
export type AccountOf = (userId: UserId) => Promise<Account | undefined>;

/**
 * How long what was changed in an account may go unnoticed. Mattermost tells plugins of a deactivation only, and of
 * that the plugin of one node; so both hosts go by age.
 */
export const ACCOUNT_KEPT_MS = 30 * SECOND_MS;
const MAX_ACCOUNTS = 20_000;

/** What both hosts remember of accounts. */
export const makeAccountMemory = (now: Clock) =>
  makeShortMemory<Account | undefined>({ now, keepMs: keptMs, maxEntries: MAX_ACCOUNTS });

/** Those who are gone and come back do not wait for it. */
const keptMs = (account: Account | undefined): number =>
  account === undefined || account.isDeactivated ? 0 : ACCOUNT_KEPT_MS;

/** Neither a program nor somebody who is gone. */
export const isPerson = (account: Account | undefined): account is Account =>
  account !== undefined && !account.isBot && !account.isDeactivated;

/** For those who come without rights of their own. @throws {AppError} list_forbidden, mattermost_unavailable */
export async function isGuestAccount(accountOf: AccountOf, userId: UserId): Promise<boolean> {
  const account = await accountOf(userId);
  if (account === undefined || account.isDeactivated) {
    throw new AppError('list_forbidden', 'There is no such person any more.');
  }
  return account.isGuest;
}

export const isGuestRole = (roles: string): boolean => roles.split(' ').includes('system_guest');

/** @param settings as Mattermost keeps them: the browser's zone, unless the person chose one */
export function timeZoneOf(settings: Readonly<Record<string, string>> | null | undefined): string | null {
  const { useAutomaticTimezone, automaticTimezone = '', manualTimezone = '' } = settings ?? {};
  const name = useAutomaticTimezone === 'false' ? manualTimezone : automaticTimezone;
  return name !== '' && isTimeZone(name) ? name : null;
}
