import type { WrongDate } from './facts.ts';
import { languagesFor } from './languages.ts';
import { readingsOf, type Circumstances, type ReadLine } from './read-when.ts';
import type { When } from './resolve/resolve.ts';

export type ReadMoment =
  (When & { readings?: readonly When[] }) | { none: true } | { refused: WrongDate; words: string };

/** Reads words that are a date and nothing else, as after `due 3`. Never throws. */
export function readMoment(words: string, circumstances: Circumstances): ReadMoment {
  const said = words.trim();
  const languages = languagesFor(circumstances.locale, said);
  if (said.toLowerCase() === 'none' || languages.some(({ none }) => isWhole(none, said)))
    return { none: true };
  const isFiller = (text: string) => languages.some(({ filler }) => isWhole(filler, text));
  const readings = readingsOf(said, circumstances, true);
  const refused = readings.find((reading) => reading.refused !== undefined)?.refused;
  if (refused !== undefined) return { refused: refused.wrong, words: refused.words };
  const whole = readings.filter(({ text }) => text === '' || isFiller(text)).map(whenOf);
  const [latest] = whole.slice(-1);
  if (latest === undefined) return { refused: 'no_date', words: said };
  return whole.length > 1 ? { ...latest, readings: whole } : latest;
}

function whenOf({ due, repeat, repeatFrom }: ReadLine): When {
  return { due: due ?? '', repeat, repeatFrom };
}

const isWhole = (pattern: RegExp, text: string): boolean =>
  text.length <= LONGEST && new RegExp(`^(?:${pattern.source})$`, 'iu').test(text);
const LONGEST = 100;
