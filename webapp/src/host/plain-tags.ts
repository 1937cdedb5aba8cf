/** A `#tag` is plain text here: Mattermost's link leads to a search that plugins cannot open. */
export function withPlainTags(html: string): string {
  if (!html.includes('data-hashtag')) return html;
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const tag of template.content.querySelectorAll('[data-hashtag]'))
    tag.replaceWith(tag.textContent ?? '');
  return template.innerHTML;
}
