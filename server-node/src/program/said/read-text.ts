import type { PersonClockOf } from '../../callers/person-clock.ts';
import { asText, readWhen, type ReadLine } from '../../dates/read-when.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { refusedCommand } from '../refused.ts';
import { MAX_TEXT_LENGTH } from '../../todos/todo.ts';
import { LOCALES } from '../texts/locale.ts';
import { textsIn } from '../texts/texts-in.ts';

export interface ReadDeps {
  clockOf: PersonClockOf;
  now: Clock;
}

/** What a text says of when it is to be done, by the clock of whoever wrote it, which hangs in `zone`. */
export interface ReadText extends ReadLine {
  zone: string;
}

/** Reads the date out of a text. */
export type ReadDates = (personId: UserId, text: string) => Promise<ReadText>;

/** Where nobody's clock is known yet: words that are a date are one in every zone. */
const ANYWHERE = 'UTC';

/**
 * Most texts have none, and for these nobody is asked.
 *
 * @throws {AppError} from what it returns: mattermost_unavailable when there is a date, and nobody knows by whose clock
 */
export function makeReadDates({ clockOf, now }: ReadDeps): ReadDates {
  return async (personId, text) => {
    if (isRefusedAnyway(text) || isWithoutDate(text, now())) return { ...asText(text), zone: ANYWHERE };
    const person = await clockOf(personId);
    return { ...readWhen(text, { ...person, now: now() }), zone: person.zone };
  };
}

/** In characters. Whoever says a date in more words than these is not understood anyway. */
const LONGEST_DATE = 200;

/** Too long for a to-do also without its date. What is not read costs nobody any time. */
const isRefusedAnyway = (text: string): boolean =>
  text.length > MAX_TEXT_LENGTH + LONGEST_DATE && [...text].length > MAX_TEXT_LENGTH + LONGEST_DATE;

const isWithoutDate = (text: string, now: number): boolean =>
  LOCALES.every((locale) => {
    const { due, refused } = readWhen(text, { now, zone: ANYWHERE, locale });
    return due === null && refused === undefined;
  });

/** @throws {AppError} invalid_input for words that look like a date and are none, such as 31 February */
export function refuseWrongDate({ refused }: Pick<ReadLine, 'refused'>): void {
  if (refused !== undefined) throw wrongDate(refused);
}

export function wrongDate(refused: NonNullable<ReadLine['refused']>): AppError {
  const facts = { kind: 'wrong_date', ...refused } as const;
  return new AppError('invalid_input', textsIn().errors.wrong_date(facts), {
    details: refusedCommand(facts),
  });
}
