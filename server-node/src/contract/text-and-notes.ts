/** A text to be read at a glance, and the rest of what was written. */
export interface TextAndNotes {
  text: string;
  notes: string;
}

/** Up to here a first line is read at a glance; a longer one is cut after its first sentence. */
const GLANCE = 200;
const FIRST_SENTENCE = /^[\s\S]*?(?:[.!?…](?=\s)|[。！？])/u;
/** A block of code must stay whole, or its end alone would begin another one. */
const FENCE = /^(?:`{3,}|~{3,})/;

/** The first line is the to-do's text, all that follows its notes. */
export function firstLineAsText(written: string): TextAndNotes {
  const [text = '', ...rest] = written.trim().split(/\r\n?|\n/);
  return { text: text.trim(), notes: rest.join('\n').trim() };
}

/** The first line is the text, of a long one its first sentence; what does not fit into `limit` is notes as well. */
export function firstSentenceAsText(written: string, limit: number): TextAndNotes {
  if (FENCE.test(written.trimStart())) return withFirstWords(written.trim(), limit);
  const { text, notes } = firstLineAsText(written);
  const sentence = [...text].length > GLANCE ? (FIRST_SENTENCE.exec(text)?.[0] ?? text) : text;
  const letters = [...sentence];
  if (letters.length > limit) return withFirstWords(written.trim(), limit);
  const rest = text.slice(sentence.length).trim();
  return { text: sentence, notes: [rest, notes].filter((part) => part !== '').join('\n') };
}

/**
 * What a to-do says that is made from a message: what is too long for its notes is cut, as it links back to the message.
 *
 * @param most in code points
 */
export function messageAsTodo(
  written: string,
  most: { readonly textLength: number; readonly notesLength: number },
): TextAndNotes {
  const { text, notes } = firstSentenceAsText(written, most.textLength);
  const letters = [...notes];
  if (letters.length <= most.notesLength) return { text, notes };
  return { text, notes: `${letters.slice(0, most.notesLength - 1).join('')}…` };
}

/** All of it as notes, and as text the beginning of its first line that has words. */
function withFirstWords(written: string, limit: number): TextAndNotes {
  const lines = written.split(/\r\n?|\n/).map((line) => line.trim());
  const letters = [...(lines.find((line) => line !== '' && !FENCE.test(line)) ?? written)];
  const text = letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : letters.join('');
  return { text, notes: written };
}
