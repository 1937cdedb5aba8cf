import { hookToken } from '../../callers/hook-token.ts';
import { makeCheckToken } from '../limits/check-token.ts';

/** Checks the token of a delivery, before anything else of it is looked at. */
export function makeCheckHookToken(entries: readonly string[]): (token: string) => void {
  return makeCheckToken(entries.map((entry) => hookToken(entry).token));
}

/**
 * Checks besides that the token is good where the message was written. A right token in the wrong place is answered
 * like a wrong one.
 */
export function makeCheckHookPlace(entries: readonly string[]) {
  const known = entries.map(hookToken);
  return (token: string, places: readonly string[]): void => {
    const goodHere = known.filter(({ place }) => place === undefined || places.includes(place));
    makeCheckToken(goodHere.map((entry) => entry.token))(token);
  };
}
