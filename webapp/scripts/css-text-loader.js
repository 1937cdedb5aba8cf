/** A stylesheet as a string of JavaScript, without comments, indentation and needless signs. */
export function cssText(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(';}', '}')
    .replace(/([ :(,-])0(?=\.\d)/g, '$1')
    .replace(/: /g, ':')
    .trim();
}

/** @this {import('webpack').LoaderContext<object>} */
// eslint-disable-next-line import-x/no-default-export -- webpack demands it
export default function cssTextLoader(source) {
  return `export const styles = ${JSON.stringify(cssText(source))};`;
}
