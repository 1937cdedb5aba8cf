import type { Found } from '../facts.ts';

/** At the end of a line: that somebody wants to be told, which goes without saying where a date is. */
const REMIND_ME =
  /(?:ことを|のを|を|って|と|ように?)?(?:リマインド|リマインダー|(?<![\p{Script=Han}の])通知|思い出させて|教えて|知らせて)(?:して(?:ください|下さい|ほしい|ね)?|する|お願い(?:します)?|ください|下さい|ね)?[。!.]?$/u;
const LONGEST = 30;

/**
 * What asks for a reminder behind a date. It says nothing of its own, so it goes with the date.
 *
 * @param since where the last date ends; undefined when there is none
 */
export function reminding(line: string, since: number | undefined): Found[] {
  if (since === undefined) return [];
  const end = line.trimEnd();
  const match = REMIND_ME.exec(end.slice(Math.max(since, end.length - LONGEST)));
  return match === null ? [] : [{ span: { from: end.length - match[0].length, to: end.length } }];
}
