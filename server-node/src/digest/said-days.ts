import type { Digest } from '../person-settings/person-settings.ts';
import type { Texts } from '../program/texts/texts.ts';
import { DIGEST_PACES, PACES, type Pace } from './paces.ts';

export const isPace = (pace: Pace, { days }: Pick<Digest, 'days'>): boolean =>
  String(PACES[pace]) === String(days);

/** By one word where there is one: every day, rather than seven days. */
export function saidDays({ digest: { paces }, settings }: Texts, digest: Pick<Digest, 'days'>): string {
  const pace = DIGEST_PACES.find((one) => isPace(one, digest));
  return pace === undefined ? settings.days(digest.days) : paces[pace];
}
