import { hookToken } from '../callers/hook-token.ts';
import { isMattermostId } from '../shared/ids.ts';
/** One setting: how its text is read, and what to say when it cannot be. */
export interface Setting<Value> {
  /** @returns undefined when the text is not as expected */
  read(text: string): Value | undefined;
  /** Ends the sentence "Expected …". */
  expected: string;
  /** Taken when nothing is given; without it the setting is required. */
  fallback?: Value;
  /** Its value is shown nowhere, not even when it is wrong. */
  secret?: true;
}

export type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

const TOKEN = /^[A-Za-z0-9]{16,64}$/;

export const setting = <Value>(definition: Setting<Value>): Setting<Value> => definition;

export function readTokens(text: string): string[] | undefined {
  const tokens = partsOf(text);
  return tokens.length > 0 && tokens.every((token) => TOKEN.test(token)) ? tokens : undefined;
}

/** Each may say where alone it is good: `<token>@<id of its channel or team>`. */
export function readHookTokens(text: string): string[] | undefined {
  const tokens = partsOf(text);
  const isGood = (entry: string) => {
    const { token, place } = hookToken(entry);
    return TOKEN.test(token) && (place === undefined || isMattermostId(place)) && entry.split('@').length < 3;
  };
  return tokens.length > 0 && tokens.every(isGood) ? tokens : undefined;
}

export const readToken = (text: string): string | undefined => (TOKEN.test(text) ? text : undefined);

/** Comma-separated, blanks around the commas ignored. */
export const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Compared whatever their capitals, and each the first word of a message. */
export function readTriggerWords(text: string): string[] | undefined {
  const words = partsOf(text);
  const isGood = words.length > 0 && words.length <= 20 && words.every((word) => /^\S{1,50}$/.test(word));
  return isGood ? words : undefined;
}

export const readOneOf =
  <const Value extends string>(...values: readonly Value[]) =>
  (text: string): Value | undefined =>
    values.find((value) => value === text);

export const readInteger =
  (min: number, max: number) =>
  (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  };

/** Without a slash at its end, so that paths can be put behind it. */
export function readSiteUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSite = /^https?:$/.test(url.protocol) && url.search + url.hash + url.username + url.password === '';
  return isSite ? url.href.replace(/\/+$/, '') : undefined;
}

/** For what is expected of an address with a password. */
export const ENCODED = 'with %40 for an @ in user or password, %2F for a /, %3F for a ? and %23 for a #';

/** An @ behind the host, where no option has begun: the host was cut out of a password, and would be shown in errors. */
const CUT_PASSWORD = /^postgres(ql)?:\/\/[^/?#]*(\/[^?]*|\?[^=]*|#.*)@/s;

export function readDatabaseUrl(text: string): string | undefined {
  const isAddress = /^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(text);
  return isAddress && !CUT_PASSWORD.test(text) ? text : undefined;
}
