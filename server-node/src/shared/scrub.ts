const HIDDEN = '[secret]';
/** Shorter ones would blot out ordinary words. */
const SHORTEST_SECRET = 8;

/** What follows the `?` of an address may hold tokens. Looks back from the `?`: a line may be long. */
const QUERY = /\?(?<=\/[^\s"'?]*\?)[^\s"'\\]+/g;
/** `user:password@` of an address. */
const CREDENTIALS = /(\b\w+:\/\/)[^\s/@"']+@/g;
const BEARER = /\b(Bearer|Token)\s+[\w.~+/=-]{8,}/gi;

/** Takes every secret out of one line of the log, wherever it stands, and queries and passwords of addresses. */
export function makeScrub(secrets: readonly string[]): (line: string) => string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  return (line) => {
    const scrubbed = known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return scrubbed
      .replace(CREDENTIALS, `$1${HIDDEN}@`)
      .replace(QUERY, `?${HIDDEN}`)
      .replace(BEARER, `$1 ${HIDDEN}`);
  };
}
