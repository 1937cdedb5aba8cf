/** Control and format characters (ESC sequences, bidi overrides), line ends, halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** A line with words of a server in it, as a terminal may be given it: one line that cannot pass for several. */
export const printable = (text: string): string => text.replace(INVISIBLE, ' ');
