import type { Zones } from '../todos/when.ts';
import { holderOf, type Todo } from '../todos/todo.ts';
import type { ClockHours } from '../dates/in-words/when-words.ts';
import type { Weekday } from '../dates/facts.ts';
import { weekdayNamed } from '../dates/recurrence/rule-text.ts';
import { settingsFrom, type Settings } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { UserId } from '../shared/ids.ts';
import type { Account, AccountOf } from './account.ts';

/** By what the dates that a person writes are read, and dates are shown to them. */
export interface PersonClock {
  /** An IANA name. */
  readonly zone: string;
  /** A language tag such as `en-AU`: which of day and month comes first, and with which day a week begins. */
  readonly locale: string;
  /** Of the person's own choice; left out: as usual in the locale. */
  readonly weekStart?: Weekday;
  /** On how many hours the clock counts; left out: nobody can say. */
  readonly hours?: ClockHours;
}

/** @throws {AppError} mattermost_unavailable: a date by another clock would be wrong, and nobody would notice */
export type PersonClockOf = (personId: UserId) => Promise<PersonClock>;

export interface PersonClockDeps {
  accountOf: AccountOf;
  people: PersonSettingsReader;
  /** For those who have chosen no language. */
  siteLocale(): Promise<string | undefined>;
}

/** Of those whose zone nobody knows. */
export const ZONE_OF_NOBODY = 'UTC';

/** What a person set goes before what Mattermost knows. */
export const zoneOf = (
  { zone }: Pick<Settings, 'zone'>,
  account: Pick<Account, 'timeZone'> | undefined,
): string => zone ?? account?.timeZone ?? ZONE_OF_NOBODY;

/** What a person set goes before what Mattermost shows them, and that before what is usual where they write so. */
export const hoursOf = (
  { clock }: Pick<Settings, 'clock'>,
  account: Pick<Account, 'hours'> | undefined,
  locale: string,
): ClockHours => clock ?? account?.hours ?? usualHours(locale);

/** @param locale a language tag; where nobody knows it, 24 */
export function usualHours(locale: string): ClockHours {
  try {
    const known = Intl.DateTimeFormat.supportedLocalesOf(locale);
    const format = known.length > 0 && new Intl.DateTimeFormat(known, { hour: 'numeric' });
    return format && format.resolvedOptions().hour12 === true ? 12 : 24;
  } catch {
    return 24;
  }
}

export function makePersonClockOf({ accountOf, people, siteLocale }: PersonClockDeps): PersonClockOf {
  return async (personId) => {
    const [account, stored] = await Promise.all([accountOf(personId), people.settingsOf([personId])]);
    const settings = settingsFrom(stored.get(personId)?.document);
    const { weekStart } = settings;
    const own = account?.locale ?? '';
    const known = own === '' ? await siteLocale().catch(() => undefined) : own;
    const locale = known ?? 'en';
    return {
      zone: zoneOf(settings, account),
      locale,
      hours: hoursOf(settings, account, locale),
      ...(weekStart !== undefined && { weekStart: weekdayNamed(weekStart) }),
    };
  };
}

/** The clocks of whoever says something, and of all who have these to-dos. @throws {AppError} mattermost_unavailable */
export async function zonesFor(
  clockOf: PersonClockOf,
  personId: UserId,
  todos: readonly Pick<Todo, 'assigneeId' | 'creatorId'>[],
): Promise<Zones> {
  const people = new Set([personId, ...todos.map(holderOf)]);
  const zones = new Map<UserId, string>();
  for (const one of people) zones.set(one, (await clockOf(one)).zone);
  const own = zones.get(personId) ?? ZONE_OF_NOBODY;
  return { own, of: (holder) => zones.get(holder) ?? own };
}
