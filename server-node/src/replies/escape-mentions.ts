import { codeInMarkdown } from './code-in-markdown.ts';

/** Takes no room and is no part of a word: what comes after it is no name any more. */
export const WORD_JOINER = '\u2060';

/**
 * The same text to the eye, in which nothing mentions anyone: `@all`, `@channel`, `@here`, `@name`, `<!channel>`.
 * Code stays as it is (Mattermost looks for no mentions there), and so do mail addresses. Safe to repeat.
 */
export function escapeMentions(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(ODD_SPACE, ' ');
  let done = 0;
  const parts: string[] = [];
  for (const [start, end] of codeInMarkdown(lines).stretches) {
    parts.push(withoutMentions(lines.slice(done, start)), lines.slice(start, end));
    done = end;
  }
  return parts.join('') + withoutMentions(lines.slice(done));
}

/** White space that Mattermost's Markdown takes in two ways, and stumbles over beside links. */
const ODD_SPACE = /[\v\f]/g;

/**
 * At signs (also full-width and small ones, and written as a character reference) that do not follow a letter or
 * digit as in a mail address, and the start of Slack's `<!here>`.
 */
const MENTION_START = /(?:(?<![A-Za-z0-9])[@\uFF20\uFE6B]|&(?:commat|#0*64|#[xX]0*40);|<!)(?!\u2060)/g;

function withoutMentions(text: string): string {
  return text.replace(MENTION_START, `$&${WORD_JOINER}`);
}
