import { z } from 'zod';
import { WEEKDAYS } from '../contract/vocabulary.ts';
import { isMattermostId, type UserId } from '../shared/ids.ts';
import { isTimeZone } from '../shared/time-zone.ts';

/** Two weeks: longer before, a reminder is a to-do of its own. */
export const LONGEST_REMINDER_MINUTES = 14 * 24 * 60;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time of day as in 08:30.');
const off = z.literal('off');

/** The IANA's name of a zone, in its own spelling. */
const zoneName = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Expected a time zone that exists, such as Europe/Berlin.');

const quietHours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from !== to, 'Expected quiet hours that end at another time than they begin.');

const digest = z.strictObject({
  on: z.boolean(),
  at: clock,
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1)
    .transform((days) => WEEKDAYS.filter((day) => days.includes(day))),
});

/** Far more than anybody has trouble with. */
export const MOST_BLOCKED = 200;

const personId = z
  .string()
  .refine(isMattermostId, 'Expected the id of a person.')
  .transform((id) => id as UserId);

/** As Mattermost names it in a reaction, without colons. */
const emojiName = z
  .string()
  .max(64)
  .regex(/^[a-z0-9_+-]+$/, 'Expected the name of an emoji, such as pushpin.');

/** What a person may set; what is left out is as Mattermost has it, or as {@link DEFAULTS} say. */
export const SETTING_SCHEMAS = {
  zone: zoneName,
  /** The day on which a week begins. */
  weekStart: z.enum(WEEKDAYS),
  /** On how many hours the clock counts by which times are said. */
  clock: z.union([z.literal(12), z.literal(24)]),
  /** Minutes before a to-do with a time of day is due. */
  remindBefore: z.union([z.number().int().min(0).max(LONGEST_REMINDER_MINUTES), off]),
  /** When a to-do that is due on a day is reminded of, on that day. */
  remindAt: z.union([clock, off]),
  quiet: z.union([quietHours, off]),
  digest,
  /** Who may ask this person to do something: all who could, or nobody. */
  requests: z.union([z.literal('all'), off]),
  /** Those who may not, whatever `requests` says. */
  blocked: z
    .array(personId)
    .max(MOST_BLOCKED)
    .transform((ids) => [...new Set(ids)]),
  /** The reaction by which this person makes a to-do of a message. */
  reaction: emojiName.or(off),
  /** Whether the thread of a message is told when this person has done what was made of it. */
  tellThread: z.enum(['on', 'off']),
} as const;

export type SettingName = keyof typeof SETTING_SCHEMAS;
export const SETTING_NAMES = Object.keys(SETTING_SCHEMAS) as readonly SettingName[];

export type OwnSettings = {
  readonly [Name in SettingName]?: z.output<(typeof SETTING_SCHEMAS)[Name]> | undefined;
};
export type QuietHours = z.output<typeof quietHours>;
export type Digest = z.output<typeof digest>;

export const DEFAULTS = {
  remindBefore: 0,
  remindAt: '09:00',
  quiet: 'off',
  digest: { on: false, at: '08:30', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
  requests: 'all',
  blocked: [],
  reaction: 'off',
  tellThread: 'off',
} as const satisfies OwnSettings;

type Said<Name extends SettingName> = z.output<(typeof SETTING_SCHEMAS)[Name]>;

/** What holds for a person, whoever said it; `zone`, `weekStart` and `clock` are left out where Mattermost says them. */
export type Settings = { readonly [Name in keyof typeof DEFAULTS]: Said<Name> } & OwnSettings;

/** What was set, of a document that another version may have written: what this one does not understand counts as unset. */
export function ownSettings(document: unknown): OwnSettings {
  const fields = typeof document === 'object' && document !== null ? document : {};
  const known: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const parsed = SETTING_SCHEMAS[name].safeParse((fields as Record<string, unknown>)[name]);
    if (parsed.success) known[name] = parsed.data;
  }
  return known as OwnSettings;
}

/** @param document as {@link ownSettings} takes it; undefined for somebody who never set anything */
export function settingsFrom(document: unknown): Settings {
  return {
    ...DEFAULTS,
    digest: { ...DEFAULTS.digest, days: [...DEFAULTS.digest.days] },
    blocked: [],
    ...withoutHoles(ownSettings(document)),
  };
}

/** The compiler takes a key that may be missing for one that may be undefined. */
const withoutHoles = (own: OwnSettings) => own as Partial<{ [Name in SettingName]: Said<Name> }>;

/** Whether a person may be asked by another to do something. @param document as {@link settingsFrom} takes it */
export function takesRequestsOf(document: unknown, askerId: UserId): boolean {
  const { requests, blocked } = settingsFrom(document);
  return requests === 'all' && !blocked.includes(askerId);
}

/** A zone by its name, whatever the case of its letters; undefined where there is none. */
export function zoneNamed(name: string): string | undefined {
  const known = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase());
  return known ?? (isTimeZone(name) ? name : undefined);
}
