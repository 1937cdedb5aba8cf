import { isPerson, type Account, type AccountOf } from '../callers/account.ts';
import { settingsFrom, type Settings } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { UserId } from '../shared/ids.ts';
import { eachOf } from './each-of.ts';
import type { Recipients } from './ports.ts';
import type { Shown } from './reminder-message.ts';

export interface KnownPeopleDeps {
  people: PersonSettingsReader;
  accountOf: AccountOf;
  languages: Pick<Languages, 'of'>;
  recipients: Recipients;
}

/** What is known of a person before anything is said to them. */
export type Known = Omit<Shown, 'now' | 'channelOf'> & { isGuest: boolean; settings: Settings };
export type KnownPeople = ReadonlyMap<UserId, Known>;

/** Those who are gone are left out. @throws {AppError} mattermost_unavailable */
export async function knownPeople(
  { accountOf, people, languages, recipients }: KnownPeopleDeps,
  ids: readonly UserId[],
): Promise<KnownPeople> {
  const known = new Map<UserId, Known>();
  const [stored, siteUrl] = await Promise.all([people.settingsOf(ids), recipients.siteUrl()]);
  await eachOf(ids, async (personId) => {
    const account: Account | undefined = await accountOf(personId);
    if (!isPerson(account)) return;
    const settings = settingsFrom(stored.get(personId)?.document);
    const texts = textsIn(await languages.of(account));
    const zone = settings.zone ?? account.timeZone ?? 'UTC';
    known.set(personId, { texts, personId, zone, siteUrl, isGuest: account.isGuest, settings });
  });
  return known;
}
