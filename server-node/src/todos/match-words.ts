import { setImmediate as nextTurn } from 'node:timers/promises';

/** `beginning`: where words begin so (`tea` in `Team`); `whole`: only where they also end so. */
export type Extent = 'beginning' | 'whole';

/** The one meaning of "a to-do has these words": for `list`, `done`, `reopen`, suggestions and external programs. */
export const hasWords = (text: string, words: string, extent: Extent): boolean =>
  startOfWords(fold(text), fold(words), extent) !== -1;

/** In UTF-16 units: then others have their turn. Some characters become 18 when they are made comparable. */
const READ_IN_ONE_TURN = 100_000;

/** Those whose text has the words, in their order. Whoever fills a list with long texts holds up nobody else. */
export async function thoseWithWords<Row extends { readonly text: string }>(
  rows: readonly Row[],
  words: string,
  extent: Extent,
): Promise<Row[]> {
  const found: Row[] = [];
  let read = 0;
  for (const row of rows) {
    if (hasWords(row.text, words, extent)) found.push(row);
    read += row.text.length;
    if (read < READ_IN_ONE_TURN) continue;
    read = 0;
    await nextTurn();
  }
  return found;
}

/**
 * Makes texts comparable whatever their case and width. Done here and not in SQL, since the databases disagree:
 * SQLite folds ASCII only, and PostgreSQL what its locale says.
 */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** So many places of one text are looked at; a text that repeats a sign thousands of times is not worth more. */
const MOST_PLACES = 50;

/**
 * Where `words` begin in `text`, at the start of a word: `tea` is in `Buy tea` and `Teapot`, not in `steam`. Signs
 * (`_`, `🥛`) may stand anywhere.
 *
 * @returns -1 when they are nowhere; both are compared as they are given
 */
export function startOfWords(text: string, words: string, extent: Extent): number {
  let places = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWhole = extent === 'beginning' || endsWord(text, at + words.length);
    if (isWhole && beginsWord(text, at, words)) return at;
    if ((places += 1) >= MOST_PLACES) return -1;
  }
  return -1;
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}]/u;
/** Scripts that put no blanks between words. */
const NO_BLANKS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

function beginsWord(text: string, at: number, words: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (!BEGINS_WITH_WORD.test(words) || !ENDS_IN_WORD.test(before)) return true;
  const around = `${Array.from(before).at(-1) ?? ''}${Array.from(words.slice(0, 2))[0] ?? ''}`;
  return NO_BLANKS.test(around) && beginsSegment(text, at, words);
}

/** Scripts whose words grow at their ends (우유, 우유를), and those without blanks, have no end to speak of. */
const HAS_END = /^(?![\p{sc=Hangul}])[\p{L}\p{N}\p{M}]/u;

function endsWord(text: string, end: number): boolean {
  const after = text.slice(end, end + 2);
  if (!HAS_END.test(after) || NO_BLANKS.test(Array.from(after)[0] ?? '')) return true;
  return !ENDS_IN_WORD.test(text.slice(Math.max(0, end - 2), end));
}

/** In UTF-16 units to either side: enough for a dictionary to see the words there, in texts of any length. */
const CONTEXT = 40;
const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Whether a word begins there by the dictionary. The end of a compound of Chinese characters counts as well, since
 * it is a word of its own: 电话 in 打电话.
 */
function beginsSegment(text: string, at: number, words: string): boolean {
  const from = Math.max(0, at - CONTEXT);
  const end = at + words.length;
  const segments = SEGMENTER.segment(text.slice(from, end + CONTEXT).toWellFormed());
  const segment = segments.containing(at - from);
  if (segment === undefined || segment.index === at - from) return true;
  return /^\p{sc=Han}/u.test(words) && segment.index + segment.segment.length === end - from;
}
