import { explainLine } from '../grammar/explanation.ts';

/**
 * Answers each line of the input, a JSON string, with one line of JSON; bad lines get an `error` like any other.
 *
 * @param chunks text in pieces, cut anywhere
 * @returns answers in pieces: one for each piece of the input that ended a line
 */
export async function* explainStream(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    begun.push(chunk);
    if (!chunk.includes('\n')) continue;
    const lines = begun.join('').split('\n');
    begun = [lines.pop() ?? ''];
    yield lines.map(explainJsonLine).join('');
  }
  const last = begun.join('');
  if (last !== '') yield explainJsonLine(last);
}

function explainJsonLine(json: string): string {
  const line = parseString(json);
  return jsonLine(
    line === undefined ? { error: 'Expected one JSON string a line, like "done 2".' } : explainLine(line),
  );
}

/** On one line for every reader: some take U+2028 and U+2029 for line ends. */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `${json}\n`;
}

function parseString(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
