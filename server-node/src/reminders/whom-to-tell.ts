import { ZONE_OF_NOBODY } from '../callers/person-clock.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import { settingsOfPeople } from '../person-settings/settings-of-people.ts';
import { undisturbedUntil } from '../person-settings/undisturbed-until.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import { putOffFor } from '../wake-ups/put-off-for.ts';
import type { TakenWakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { knownPeople, type Known, type KnownPeople, type KnownPeopleDeps } from './known-people.ts';
import type { SeenChannels } from './readable-by.ts';
import type { Shown } from './reminder-message.ts';

export interface TellDeps extends KnownPeopleDeps {
  people: PersonSettingsReader;
  now: Clock;
}

/** What is found out before anything is said. */
export interface Facts {
  known: KnownPeople;
  channels: SeenChannels;
  now: EpochMs;
}

/** What a person is told with. */
export const shownTo = (person: Known, { channels, now }: Omit<Facts, 'known'>): Shown => ({
  ...{ ...person, now },
  channelOf: (todo) => channels.of(person.personId, todo),
  showsSource: (todo) => channels.showsSource(person.personId, todo),
});

/**
 * The people of these wake-ups, and the wake-ups of those who want to be left alone now.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function whomToTell(
  deps: TellDeps,
  wakeUps: readonly TakenWakeUp[],
): Promise<{ known: KnownPeople; later: Map<WakeUpKey, EpochMs> }> {
  const { people, recipients, now } = deps;
  const ids = [...new Set(wakeUps.map(({ personId }) => personId))];
  const settings = await settingsOfPeople(people, ids);
  const known = await knownPeople(deps, settings);
  const quiet = await undisturbedUntil(
    recipients,
    settings,
    (id) => known.get(id)?.zone ?? ZONE_OF_NOBODY,
    now(),
  );
  return { known, later: putOffFor(wakeUps, quiet) };
}
