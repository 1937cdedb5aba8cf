/** Reads a `Cookie` header. Of several with one name the first counts, as in Mattermost. */
export function readCookies(header: string | string[] | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of [header ?? []].flat().join(';').split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals > 0 && !cookies.has(name)) {
      cookies.set(name, unquoted(pair.slice(equals + 1).trim()));
    }
  }
  return cookies;
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
