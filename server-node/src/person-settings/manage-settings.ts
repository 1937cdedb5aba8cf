import type { Account, AccountOf } from '../callers/account.ts';
import { usualHours, zoneOf, type PersonClockOf } from '../callers/person-clock.ts';
import type { WeekdayName } from '../contract/vocabulary.ts';
import type { ClockHours } from '../dates/in-words/when-words.ts';
import { conventionsOf } from '../dates/conventions.ts';
import { weekdayName } from '../dates/recurrence/rule-text.ts';
import { digestKey, nextDigest } from '../digest/next-digest.ts';
import { digestPostKey } from '../living-posts/living-post.ts';
import { touchPost } from '../living-posts/touch-post.ts';
import type { UserId } from '../shared/ids.ts';
import type { Clock } from '../shared/time.ts';
import type { TodoStore, TodoWriter } from '../todos/ports.ts';
import {
  ownSettings,
  SETTING_NAMES,
  settingsFrom,
  type OwnSettings,
  type SettingName,
  type Settings,
} from './person-settings.ts';
import type { PersonSettingsReader, StoredSettings } from './ports.ts';

export interface PersonsSettings {
  /** What the person set. */
  own: OwnSettings;
  /** What holds, with Mattermost's own and the defaults. */
  inEffect: Settings & { zone: string; weekStart: WeekdayName; clock: ClockHours };
  version: number;
}

/** `null` takes away what was set. */
export type SettingsPatch = { readonly [Name in SettingName]?: OwnSettings[Name] | null };

export interface ManageSettings {
  /** @throws {AppError} mattermost_unavailable */
  of(personId: UserId): Promise<PersonsSettings>;
  /** @throws {AppError} mattermost_unavailable */
  change(personId: UserId, patch: SettingsPatch): Promise<PersonsSettings>;
}

export interface ManageSettingsDeps {
  store: Pick<TodoStore, 'transaction'>;
  people: PersonSettingsReader;
  accountOf: AccountOf;
  clockOf: PersonClockOf;
  now: Clock;
}

/** A person's own settings; nobody else's are ever shown or set. */
export function makeManageSettings(deps: ManageSettingsDeps): ManageSettings {
  const { store, people, accountOf, clockOf, now } = deps;

  async function shown(personId: UserId, stored: Pick<StoredSettings, 'document' | 'version'>) {
    const { locale, zone: zoneNow, hours = usualHours(locale) } = await clockOf(personId);
    const settings = settingsFrom(stored.document);
    const zone = settings.zone ?? zoneNow;
    const weekStart = settings.weekStart ?? weekdayName(conventionsOf(locale, zone).weekStart);
    return {
      own: ownSettings(stored.document),
      inEffect: { ...settings, zone, weekStart, clock: settings.clock ?? hours },
      version: stored.version,
    };
  }

  return {
    of: async (personId) =>
      shown(personId, (await people.settingsOf([personId])).get(personId) ?? { document: {}, version: 0 }),
    async change(personId, patch) {
      const account = await accountOf(personId);
      const saved = await store.transaction(async (writer) => {
        const before = await writer.people.lock(personId);
        const document = patched(before.document, patch);
        const after = { personId, document, version: before.version + 1 };
        await writer.people.save(after);
        await rescheduleDigest(writer, personId, document, { account, now: now() });
        await touchPost(writer, digestPostKey(personId), now());
        return after;
      });
      return shown(personId, saved);
    },
  };
}

/** What another version understands of the document stays in it. */
function patched(document: unknown, patch: SettingsPatch): Record<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(document as object));
  for (const name of SETTING_NAMES) {
    const value = patch[name];
    if (value === null) fields.delete(name);
    else if (value !== undefined) fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

async function rescheduleDigest(
  { wakeUps }: Pick<TodoWriter, 'wakeUps'>,
  personId: UserId,
  document: unknown,
  { account, now }: { account: Account | undefined; now: number },
): Promise<void> {
  const settings = settingsFrom(document);
  const { digest } = settings;
  const zone = zoneOf(settings, account);
  if (digest.on) await wakeUps.schedule([nextDigest(personId, digest, { zone, now })]);
  else await wakeUps.unschedule([digestKey(personId)]);
}
