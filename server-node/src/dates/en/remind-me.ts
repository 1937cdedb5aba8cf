import type { Found } from '../facts.ts';

const ASKED =
  /^\s{0,9}(?:(?:please|pls|hey|hi|hello|ok|okay|@?todo|can you|could you|don['’]?t forget to)[,:!]? {1,3}){0,2}remind (?:me|us)(?: {1,3}(?:to|about|that))?(?=\s)/;
const TO = /^\s{1,3}(?:to|about|that)(?=\s)/;
const LONGEST_TO = 12;

/** "Remind me to call mum tomorrow" is to call mum; the `to` may also stand behind the date. */
export function withoutRemindMe(line: string, found: readonly Found[]): Found[] {
  const asked = ASKED.exec(line)?.[0];
  const [first, ...others] = found;
  if (asked === undefined || first === undefined) return [...found];
  const isOpen = /(?:me|us)$/.test(asked) && line.slice(asked.length, first.span.from).trim() === '';
  const { from, to } = first.span;
  const tail = isOpen ? (TO.exec(line.slice(to, to + LONGEST_TO))?.[0].length ?? 0) : 0;
  return [{ span: { from: 0, to: asked.length } }, { ...first, span: { from, to: to + tail } }, ...others];
}
