import { z } from 'zod';
import { DIALECT_NAMES } from './dialects/dialects.ts';

/** Schemas from a setting's text to its value; a message says what is expected. */

export const programSchema = z
  .string()
  .refine(
    (value) => DIALECT_NAMES.some((name) => name === value) || /^\/[^\0]+$/.test(value),
    `one of ${DIALECT_NAMES.join(', ')}, or an absolute path`,
  );

type Need = 'text' | 'refs';

const PLACEHOLDERS: Record<Need, RegExp> = { text: /\{text\}/, refs: /\{(?:ref|refs|refs,)\}/ };
const NEED_WORDS: Record<Need, string> = { text: '"{text}"', refs: '"{ref}" or "{refs}"' };
const UNKNOWN_PLACEHOLDER = /\{(?!(?:text|ref|refs|refs,|home)\})[a-z,]*\}/;

/** `["add", "--", "{text}"]` */
export function templateSchema(...needs: Need[]) {
  const words = ['a JSON array of strings', ...needs.map((need) => NEED_WORDS[need])].join(' with ');
  const expected = `${words}, for instance ["add", "--", "{text}"]`;
  return z.string().transform((text, context) => {
    const argv = z.array(z.string()).nonempty().safeParse(parseJson(text));
    const wrong = (message: string) => {
      context.issues.push({ code: 'custom', message, input: text });
      return z.NEVER;
    };
    if (!argv.success) return wrong(expected);
    const whole = argv.data.join('\n');
    if (UNKNOWN_PLACEHOLDER.test(whole))
      return wrong('no placeholders but {text}, {ref}, {refs}, {refs,} and {home}');
    return needs.every((need) => PLACEHOLDERS[need].test(whole)) ? argv.data : wrong(expected);
  });
}

const PATTERN =
  'a regular expression with the groups (?<ref>…) and (?<text>…), and (?<done>…) if there is one';

export const patternSchema = z.string().transform((source, context) => {
  const pattern = compile(source);
  if (pattern !== undefined && source.includes('(?<ref>') && source.includes('(?<text>')) return pattern;
  context.issues.push({ code: 'custom', message: PATTERN, input: source });
  return z.NEVER;
});

export const environmentSchema = z.string().transform((text, context) => {
  const variables = z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string()).safeParse(parseJson(text));
  if (variables.success) return variables.data;
  context.issues.push({
    code: 'custom',
    message: 'a JSON object of names and texts, for instance {"TZ": "UTC"}',
    input: text,
  });
  return z.NEVER;
});

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `a whole number from ${least} to ${most}`,
    )
    .transform(Number);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
