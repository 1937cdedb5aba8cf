import { z } from 'zod';
import type { Circumstances } from '../../dates/read-when.ts';
import { explainLine } from '../grammar/explanation.ts';
import { circumstancesOf, type SaidCircumstances } from './circumstances.ts';

/**
 * Answers each line of the input, a JSON string or an object with one, with one line of JSON; bad lines get an `error`
 * like any other.
 *
 * @param chunks text in pieces, cut anywhere
 * @param here where a line does not say when, where and in which language it is written
 * @returns answers in pieces: one for each piece of the input that ended a line
 */
export async function* explainStream(
  chunks: AsyncIterable<string>,
  here: () => Circumstances,
): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    begun.push(chunk);
    if (!chunk.includes('\n')) continue;
    const lines = begun.join('').split('\n');
    begun = [lines.pop() ?? ''];
    yield lines.map((line) => explainJsonLine(line, here())).join('');
  }
  const last = begun.join('');
  if (last !== '') yield explainJsonLine(last, here());
}

const given = z
  .strictObject({
    line: z.string(),
    now: z.string().optional(),
    zone: z.string().optional(),
    locale: z.string().optional(),
  })
  .or(z.string().transform((line): SaidCircumstances & { line: string } => ({ line })));

function explainJsonLine(json: string, here: Circumstances): string {
  const said = parseGiven(json);
  if (said === undefined) {
    return jsonLine({
      error:
        'Expected one JSON string a line, like "done 2", or {"line", "now", "zone", "locale"} with strings.',
    });
  }
  const circumstances = circumstancesOf(said, here);
  if (typeof circumstances === 'string') return jsonLine({ error: circumstances });
  return jsonLine(explainLine(said.line, circumstances));
}

/** On one line for every reader: some take U+2028 and U+2029 for line ends. */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `${json}\n`;
}

function parseGiven(json: string): z.output<typeof given> | undefined {
  try {
    return given.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
