import { oneLine } from '../../shared/quote.ts';

/** As Mattermost reads a text, from the left: an escape, code, what is struck out, and marks of these without a partner. */
const MARKS = /\\[\\`~[\]]|(`+)(?!`).*?[^`]\1(?!`)|~~(?=\S).*?\S~~|(`+|~~+)/gu;
/** Takes no room; marks on both sides of it are none any more. */
const WORD_JOINER = '\u2060';

/**
 * User text as one of several rows: on one line, cut, and without anything that would go on in the next row. Rows of
 * several people stand below one another, and nobody's text strikes out or hides what another one says.
 */
export function oneRow(text: string, limit: number): string {
  return withOwnLinks(oneLine(text, limit).replace(MARKS, partnered));
}

function partnered(found: string, _code: unknown, alone: string | undefined): string {
  if (alone === undefined) return found;
  return alone.startsWith('`') ? alone.replaceAll('`', 'ˋ') : [...alone].join(WORD_JOINER);
}

/** A link ends where it began, or is none: the end of one is taken apart where no bracket before it is open. */
function withOwnLinks(text: string): string {
  let open = 0;
  return text.replace(/\[|\](\(?)/g, (bracket, behind: string) => {
    if (bracket === '[') open += 1;
    else if (open > 0) open -= 1;
    else return `]${behind === '' ? '' : WORD_JOINER}${behind}`;
    return bracket;
  });
}
