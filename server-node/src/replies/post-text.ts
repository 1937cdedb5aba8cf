import { codeInMarkdown } from './code-in-markdown.ts';
import { escapeMentions } from './escape-mentions.ts';

/** Mattermost's limit for a post, in characters (code points). */
export const POST_LENGTH = 16_383;

const CUT_NOTE = '\n\n… (the rest did not fit into one message)';

/** What is posted for a reply's text: harmless, and cut with a note when it is too long. */
export function postText(text: string): string {
  const whole = escapeMentions(text);
  if (lengthOf(whole) <= POST_LENGTH) {
    return whole;
  }
  const characters = Array.from(text);
  let kept = POST_LENGTH - CUT_NOTE.length;
  for (;;) {
    const cut = escapeMentions(closed(characters.slice(0, kept).join('')) + CUT_NOTE);
    const excess = lengthOf(cut) - POST_LENGTH;
    if (excess <= 0) {
      return cut;
    }
    kept -= excess;
  }
}

/** A cut code block is closed, so that the note is not in it. */
function closed(text: string): string {
  const { openFence } = codeInMarkdown(text);
  return openFence === undefined ? text : `${text}\n${openFence}`;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) {
    length += 1;
  }
  return length;
}
