/** The token of an outgoing webhook as settings hold it: `<token>`, or `<token>@<id of its channel or team>`. */
export interface HookToken {
  token: string;
  /** Where alone it is good; undefined: everywhere. */
  place: string | undefined;
}

/**
 * Whoever administers a team can read the tokens of its webhooks. A token that is bound to its channel cannot be used
 * to write on the list of another one.
 */
export function hookToken(entry: string): HookToken {
  const [token = '', place] = entry.split('@');
  return { token, place };
}
