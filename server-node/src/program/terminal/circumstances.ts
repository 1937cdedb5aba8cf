import { z } from 'zod';
import { isDay, isWallClock, momentOf } from '../../dates/moment-of.ts';
import type { Circumstances } from '../../dates/read-when.ts';
import { isTimeZone, zoneOfMachine } from '../../shared/time-zone.ts';
import type { EpochMs } from '../../shared/time.ts';

/** When, where and in which language a line is read; what is left out is as on this machine. */
export interface SaidCircumstances {
  now?: string | undefined;
  zone?: string | undefined;
  locale?: string | undefined;
}

export const asOnThisMachine = (): Circumstances => ({
  now: Date.now(),
  zone: zoneOfMachine(),
  locale: 'en',
});

const instant = z.iso.datetime({ offset: true });

/** @returns a sentence that says what was expected where one of them cannot be read */
export function circumstancesOf(said: SaidCircumstances, here: Circumstances): Circumstances | string {
  const { zone = here.zone, locale = here.locale } = said;
  if (!isTimeZone(zone)) return `Expected a time zone that exists, such as Europe/Berlin; got ${zone}.`;
  if (!isLocale(locale)) return `Expected a language such as en, zh-CN or ja; got ${locale}.`;
  const now = said.now === undefined ? here.now : momentIn(said.now, zone);
  if (now === undefined) {
    return `Expected a moment such as 2026-12-04T17:00, by the clock of the zone, or 2026-12-04T16:00:00Z; got ${said.now ?? ''}.`;
  }
  return { now, zone, locale };
}

function momentIn(text: string, zone: string): EpochMs | undefined {
  const wallClock = text.replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}$/, '$1');
  if (isWallClock(wallClock)) return isDay(wallClock) ? undefined : momentOf(wallClock, zone);
  return instant.safeParse(text).success ? Date.parse(text) : undefined;
}

function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
