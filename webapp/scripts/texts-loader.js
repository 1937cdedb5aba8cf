import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The texts of another language as a list in the order of the English ones, whose names they share: so the bundle holds
 * each name once. A text that is missing is undefined in the list; a test refuses that.
 */
export function textsModule(source, english) {
  const texts = JSON.parse(source);
  const list = Object.keys(JSON.parse(english)).map((id) => texts[id]);
  return `import en from './en.json' with { type: 'json' };
const texts = ${JSON.stringify(list)};
export default Object.fromEntries(Object.keys(en).map((id, at) => [id, texts[at]]));`;
}

/** @this {import('webpack').LoaderContext<object>} */
// eslint-disable-next-line import-x/no-default-export -- webpack demands it
export default function textsLoader(source) {
  const english = fileURLToPath(new URL('en.json', `file://${this.context}/`));
  this.addDependency(english);
  return textsModule(source, readFileSync(english, 'utf8'));
}
