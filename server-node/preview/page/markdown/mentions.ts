import type MarkdownIt from 'markdown-it';

type StateCore = Parameters<Parameters<MarkdownIt['core']['ruler']['push']>[1]>[0];
type Token = StateCore['tokens'][number];

const NAMED = /(^|[^\w@~#])([@~#][a-z0-9][a-z0-9._-]*)/gi;

/** What the formatter was given beside the text. */
interface Env {
  team?: { name: string };
  channels?: Record<string, { display_name: string }>;
}

/** Draws `@name`, `~channel` and `#tag` as Mattermost does, outside of code and links. */
export function mentions(markdown: MarkdownIt): void {
  markdown.core.ruler.push('mentions', (state) => {
    for (const block of state.tokens) {
      if (block.type === 'inline' && block.children !== null) block.children = split(state, block.children);
    }
  });
}

function split(state: StateCore, tokens: Token[]): Token[] {
  let linkDepth = 0;
  return tokens.flatMap((token) => {
    linkDepth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
    return token.type === 'text' && linkDepth === 0 ? splitText(state, token) : [token];
  });
}

function splitText(state: StateCore, token: Token): Token[] {
  const parts: Token[] = [];
  let end = 0;
  for (const match of token.content.matchAll(NAMED)) {
    const [, before = '', name = ''] = match;
    const start = match.index + before.length;
    parts.push(textToken(state, token.content.slice(end, start)), mentionToken(state, name));
    end = start + name.length;
  }
  return end === 0 ? [token] : [...parts, textToken(state, token.content.slice(end))];
}

function textToken(state: StateCore, content: string): Token {
  return Object.assign(new state.Token('text', '', 0), { content });
}

function mentionToken(state: StateCore, name: string): Token {
  const { Token: Made, md } = state;
  const safe = md.utils.escapeHtml(name);
  const content = name.startsWith('@')
    ? `<span class="mention-link" data-mention="${safe.slice(1)}">${safe}</span>`
    : name.startsWith('#')
      ? `<a class='mention-link' href='#' data-hashtag='${safe}'>${safe}</a>`
      : channelLink(state, safe);
  return Object.assign(new Made('html_inline', '', 0), { content });
}

function channelLink({ md, env }: StateCore, name: string): string {
  const { team, channels } = env as Env;
  const channel = channels?.[name.slice(1).toLowerCase()];
  if (channel === undefined) return name;
  const base = (window as { basename?: string }).basename ?? '';
  const href = `${base}/${team?.name ?? ''}/channels/${name.slice(1)}`;
  const title = md.utils.escapeHtml(channel.display_name);
  return `<a class="mention-link" href="${href}" data-channel-mention="${name.slice(1)}">~${title}</a>`;
}
