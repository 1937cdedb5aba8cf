/** How a text reads where Markdown is not drawn: a link is its words, and signs of emphasis, code and headings go. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)]) +/gmu, '')
    .replace(/!?\[([^\]\n]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/<(https?:\/\/[^>\s]+)>/gu, '$1')
    .replace(/(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2');
}
