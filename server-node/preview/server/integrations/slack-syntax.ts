/** Answers of integrations may use Slack's way of writing: `<!here>`, `<address|words>`. */
export function translateSlack(text: string): string {
  return text
    .replaceAll(
      /<!(channel|here|all|everyone)>/g,
      (_whole, word: string) => `@${word === 'everyone' ? 'all' : word}`,
    )
    .replaceAll(/<(https?:\/\/[^|>\s]+)\|([^>]+)>/g, '[$2]($1)')
    .replaceAll(/<(https?:\/\/[^|>\s]+)>/g, '$1');
}
