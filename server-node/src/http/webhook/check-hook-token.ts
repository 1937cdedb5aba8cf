import { hookToken } from '../../callers/hook-token.ts';
import { makeCheckToken } from '../limits/same-token.ts';

/**
 * Checks the token of a delivery, and that it is good where the delivery says it comes from.
 * A right token in the wrong place is answered like a wrong one.
 */
export function makeCheckHookToken(entries: readonly string[]) {
  const known = entries.map(hookToken);
  return (token: string, places: readonly string[]): void => {
    const goodHere = known.filter(({ place }) => place === undefined || places.includes(place));
    makeCheckToken(goodHere.map((entry) => entry.token))(token);
  };
}
