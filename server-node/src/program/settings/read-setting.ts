import { WEEKDAYS, type WeekdayName } from '../../contract/vocabulary.ts';
import type { SettingsPatch } from '../../person-settings/manage-settings.ts';
import { LONGEST_REMINDER_MINUTES, zoneNamed, type Digest } from '../../person-settings/person-settings.ts';

/** Each setting by the name under which it is typed. */
export const TYPED_SETTINGS = [
  'zone',
  'week',
  'clock',
  'remind',
  'quiet',
  'digest',
  'requests',
  'block',
  'reaction',
  'thread',
] as const;
export type TypedSetting = (typeof TYPED_SETTINGS)[number];
/** Those whose value can be one that is none. */
export type ValuedSetting = Exclude<TypedSetting, 'block'>;

export type ReadSetting =
  | { name: TypedSetting; patch: SettingsPatch }
  /** Usernames of those who shall be blocked from now on, or no longer. */
  | { name: 'block'; people: readonly string[]; isBlocked: boolean }
  | { show: true }
  /** `name` undefined: there is no such setting. */
  | { wrong: string; name: ValuedSetting | undefined };

const ALIASES: Readonly<Record<string, TypedSetting>> = {
  timezone: 'zone',
  weekstart: 'week',
  time: 'clock',
  reminder: 'remind',
  reminders: 'remind',
  dnd: 'quiet',
  summary: 'digest',
  overview: 'digest',
  allow_incoming_task_requests: 'requests',
  blocked: 'block',
  unblock: 'block',
  emoji: 'reaction',
  tell_thread: 'thread',
};

/** The setting that a word names, also by the words of other tools. */
export function settingNamed(word: string): TypedSetting | undefined {
  const plain = word.normalize('NFKC').toLowerCase();
  return (
    TYPED_SETTINGS.find((name) => name === plain) ??
    (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined)
  );
}

/**
 * Reads what follows `settings`. Digits and punctuation may be full-width.
 *
 * @param digest the present one, of which a line may say a part
 */
export function readSetting(words: string, digest: Digest): ReadSetting {
  const [word = '', ...rest] = words.normalize('NFKC').trim().split(/\s+/);
  if (word === '') return { show: true };
  const name = settingNamed(word);
  if (name === undefined) return { wrong: word, name };
  const value = rest.join(' ');
  if (value === '') return { show: true };
  if (name === 'block') {
    if (isReset(value) || isOff(value)) return { name, patch: { blocked: null } };
    return { name, people: rest, isBlocked: !/^unblock$/i.test(word) };
  }
  const patch = isReset(value) ? RESETS[name] : READERS[name](value, digest);
  return patch === undefined ? { wrong: value, name } : { name, patch };
}

const RESETS: Readonly<Record<ValuedSetting, SettingsPatch>> = {
  zone: { zone: null },
  week: { weekStart: null },
  clock: { clock: null },
  remind: { remindBefore: null, remindAt: null },
  quiet: { quiet: null },
  digest: { digest: null },
  requests: { requests: null },
  reaction: { reaction: null },
  thread: { tellThread: null },
};

const isReset = (value: string): boolean =>
  /^(?:default|auto|automatic|reset|默认|自动|既定|自動)$/i.test(value);
const isOff = (value: string): boolean => /^(?:off|none|no|false|关|关闭|オフ|停止)$/i.test(value);
const isOn = (value: string): boolean => /^(?:on|all|yes|true|开|打开|オン)$/i.test(value);

const READERS: Readonly<Record<ValuedSetting, (value: string, digest: Digest) => SettingsPatch | undefined>> =
  {
    zone(value) {
      const zone = zoneNamed(value.replaceAll(' ', '_'));
      return zone === undefined ? undefined : { zone };
    },
    week(value) {
      const weekStart = weekdayNamed(value);
      return weekStart === undefined ? undefined : { weekStart };
    },
    clock(value) {
      const hours = /^(12|24)\s*(?:h|hours?|小时制?|時間制?)?$/i.exec(value)?.[1];
      return hours === undefined ? undefined : { clock: hours === '12' ? 12 : 24 };
    },
    remind(value) {
      if (isOff(value)) return { remindBefore: 'off', remindAt: 'off' };
      const remindAt = clockOf(value);
      if (remindAt !== undefined) return { remindAt };
      const remindBefore = minutesOf(value);
      return remindBefore === undefined ? undefined : { remindBefore };
    },
    quiet(value) {
      if (isOff(value)) return { quiet: 'off' };
      const [from, to, ...more] = value.split(/\s*(?:[-–—~〜]|\bto\b|到|至|から)\s*/).map(clockOf);
      if (from === undefined || to === undefined || from === to || more.length > 0) return undefined;
      return { quiet: { from, to } };
    },
    digest(value, before) {
      if (isOff(value)) return { digest: { ...before, on: false } };
      if (isOn(value)) return { digest: { ...before, on: true } };
      const words = value.split(' ').filter((word) => word !== 'at');
      const at = words.map(clockOf).find((clock) => clock !== undefined);
      const rest = words.filter((word) => clockOf(word) === undefined).join(' ');
      const days = rest === '' ? before.days : daysNamed(rest);
      return days === undefined ? undefined : { digest: { on: true, at: at ?? before.at, days } };
    },
    requests(value) {
      if (isOff(value)) return { requests: 'off' };
      return isOn(value) ? { requests: 'all' } : undefined;
    },
    reaction(value) {
      if (isOff(value)) return { reaction: 'off' };
      const name = /^:?([a-z0-9_+-]{1,64}):?$/i.exec(value)?.[1]?.toLowerCase();
      return name === undefined || isOn(name) ? undefined : { reaction: name };
    },
    thread(value) {
      if (isOff(value)) return { tellThread: 'off' };
      return isOn(value) ? { tellThread: 'on' } : undefined;
    },
  };

/** `8:30`, `20:00`, `10pm`, `8点半`, `8時`; in the form that is kept. A number alone is none: it may be minutes. */
function clockOf(text: string): string | undefined {
  const { hour, minute = '00', half } = CLOCKS.map((clock) => clock.exec(text)?.groups).find(Boolean) ?? {};
  if (hour === undefined) return undefined;
  const hours = inDay(Number(hour), /[ap]m$/i.exec(text)?.[0].toLowerCase());
  const minutes = half === undefined ? minute.padStart(2, '0') : '30';
  if (hours === undefined || Number(minutes) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}

const CLOCKS = [
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?:[ap]m)?$/i,
  /^(?<hour>\d{1,2})[ap]m$/i,
  /^(?<hour>\d{1,2})[点點時时](?:(?<half>半)|(?<minute>\d{1,2})分?)?$/,
];

/** @returns undefined for an hour that no clock has */
function inDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : undefined;
}

/** `10`, `10 minutes before`, `1 hour`, `2 days`, `30 分前`. */
function minutesOf(text: string): number | undefined {
  const units: [RegExp, number][] = [
    [/^(?:m|min|mins|minutes?|分钟?|分)?$/i, 1],
    [/^(?:h|hours?|小时|時間)$/i, 60],
    [/^(?:d|days?|天|日)$/i, 24 * 60],
  ];
  const [, number = '', unit = ''] = /^(\d{1,5})\s*(.*?)\s*(?:before|之前|前)?$/i.exec(text) ?? [];
  const factor = units.find(([pattern]) => pattern.test(unit))?.[1];
  const minutes = Number(number) * (factor ?? Number.NaN);
  return number !== '' && minutes <= LONGEST_REMINDER_MINUTES ? minutes : undefined;
}

const DAY_WORDS: Readonly<Record<WeekdayName, RegExp>> = {
  MO: /^(?:mo|mon|mondays?|周一|星期一|月曜日?|月)$/i,
  TU: /^(?:tu|tue|tuesdays?|周二|星期二|火曜日?|火)$/i,
  WE: /^(?:we|wed|wednesdays?|周三|星期三|水曜日?|水)$/i,
  TH: /^(?:th|thu|thursdays?|周四|星期四|木曜日?|木)$/i,
  FR: /^(?:fr|fri|fridays?|周五|星期五|金曜日?|金)$/i,
  SA: /^(?:sa|sat|saturdays?|周六|星期六|土曜日?|土)$/i,
  SU: /^(?:su|sun|sundays?|周日|星期日|日曜日?)$/i,
};

const weekdayNamed = (word: string): WeekdayName | undefined =>
  WEEKDAYS.find((day) => DAY_WORDS[day].test(word));

function daysNamed(text: string): WeekdayName[] | undefined {
  if (/^(?:daily|every ?day|每天|毎日)$/i.test(text)) return [...WEEKDAYS];
  if (/^(?:every )?(?:weekdays?|workdays?)$|^(?:工作日|平日)$/i.test(text)) return WEEKDAYS.slice(0, 5);
  if (/^weekends?$|^(?:周末|週末)$/i.test(text)) return ['SA', 'SU'];
  const days = text
    .split(/[\s,、・]+|\band\b/)
    .filter(Boolean)
    .map(weekdayNamed);
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 && known.length === days.length ? known : undefined;
}
