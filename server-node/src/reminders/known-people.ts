import { isPerson, type Account, type AccountOf } from '../callers/account.ts';
import { hoursOf, zoneOf } from '../callers/person-clock.ts';
import type { Settings } from '../person-settings/person-settings.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { UserId } from '../shared/ids.ts';
import { eachOf } from './each-of.ts';
import type { Recipients } from './ports.ts';
import type { Shown } from './reminder-message.ts';

export interface KnownPeopleDeps {
  accountOf: AccountOf;
  languages: Pick<Languages, 'of'>;
  recipients: Recipients;
}

/** What is known of a person before anything is said to them. */
export type Known = Omit<Shown, 'now' | 'channelOf' | 'showsSource'> & { isGuest: boolean };
export type KnownPeople = ReadonlyMap<UserId, Known>;

/**
 * Those who are gone are left out.
 *
 * @param settingsOf all who are asked about
 * @throws {AppError} mattermost_unavailable
 */
export async function knownPeople(
  { accountOf, languages, recipients }: KnownPeopleDeps,
  settingsOf: ReadonlyMap<UserId, Settings>,
): Promise<KnownPeople> {
  const known = new Map<UserId, Known>();
  const siteUrl = await recipients.siteUrl();
  await eachOf([...settingsOf], async ([personId, settings]) => {
    const account: Account | undefined = await accountOf(personId);
    if (!isPerson(account)) return;
    const locale = await languages.of(account);
    const texts = textsIn(locale, '', hoursOf(settings, account, account.locale || locale));
    const zone = zoneOf(settings, account);
    known.set(personId, { texts, personId, zone, siteUrl, isGuest: account.isGuest });
  });
  return known;
}
