import MarkdownIt from 'markdown-it';
import { full as emoji } from 'markdown-it-emoji';
import { mentions } from './mentions.ts';

export interface FormatOptions {
  /** One flow of text, without blocks. */
  singleline?: boolean;
  markdown?: boolean;
  team?: { name: string } | undefined;
  /** Channels of the team by name: `~name` of others stays plain text. */
  channelNamesMap?: Record<string, { display_name: string }>;
}

/** Without HTML, and only safe addresses become links: both are the library's doing, and it is kept for that. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).use(emoji).use(mentions);

const standardLink = markdown.renderer.rules['link_open'];
markdown.renderer.rules['link_open'] = (tokens, index, options, env, self) => {
  const token = tokens[index];
  token?.attrSet('class', 'theme markdown__link');
  token?.attrSet('rel', 'noreferrer');
  token?.attrSet('target', '_blank');
  return standardLink?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
};

/** HTML that is safe to show, of a text in Markdown. */
export function formatText(text: string, options: FormatOptions = {}): string {
  if (options.markdown === false) return markdown.utils.escapeHtml(text);
  const env = { team: options.team, channels: options.channelNamesMap };
  return options.singleline === true ? markdown.renderInline(text, env) : markdown.render(text, env);
}
