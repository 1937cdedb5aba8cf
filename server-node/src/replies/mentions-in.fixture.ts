import markdownIt from 'markdown-it';

const markdown = markdownIt('commonmark', { html: false });

/**
 * Whom a post would mention, by Mattermost's rule (`mention_parser_standard.go`): text outside of code is cut into
 * words; a word counts from its first sign that is none of `:.-_`; one with `.`, `-` or `:` inside counts in parts too.
 * Every name counts here, whether somebody has it or not.
 */
export function mentionsIn(message: string): string[] {
  return textsOf(message)
    .flatMap(wordsOf)
    .filter((word) => /^@./u.test(word));
}

function textsOf(message: string): string[] {
  return markdown
    .parse(message, {})
    .filter(({ type }) => type === 'inline')
    .flatMap(({ children }) =>
      (children ?? [])
        .map(({ type, content }) =>
          type === 'code_inline' ? '`' : type === 'text' || type === 'text_special' ? content : '\n',
        )
        .join('')
        .split('`'),
    );
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^:.\-_@\p{L}\p{N}]+/u)
    .filter((word) => !/^:.*:$/.test(word))
    .map((word) => word.replace(/^[:.\-_]+/, ''))
    .flatMap((word) => [word, ...word.split(/[.\-:]/)]);
}
