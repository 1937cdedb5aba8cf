import type { UserId } from '../shared/ids.ts';
import { settingsFrom, type Settings } from './person-settings.ts';
import type { PersonSettingsReader } from './ports.ts';

/** The settings of each of these people; whoever changed none has the usual ones. */
export async function settingsOfPeople(
  people: Pick<PersonSettingsReader, 'settingsOf'>,
  ids: readonly UserId[],
): Promise<Map<UserId, Settings>> {
  const stored = await people.settingsOf(ids);
  return new Map(ids.map((id) => [id, settingsFrom(stored.get(id)?.document)]));
}
