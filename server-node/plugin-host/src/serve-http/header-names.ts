/**
 * Names that Go's server and Mattermost look up in their canonical spelling. A handler's `content-type` would be sent
 * beside a second, guessed one. All other names go out as the handler wrote them.
 */
const KNOWN_TO_GO = new Map(
  [
    'Cache-Control',
    'Connection',
    'Content-Encoding',
    'Content-Length',
    'Content-Range',
    'Content-Type',
    'Date',
    'ETag',
    'Keep-Alive',
    'Location',
    'Set-Cookie',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
    'Vary',
    'WWW-Authenticate',
  ].map((name) => [
    name.toLowerCase(),
    name === 'ETag' ? 'Etag' : name === 'WWW-Authenticate' ? 'Www-Authenticate' : name,
  ]),
);

export const nameForGo = (name: string): string => KNOWN_TO_GO.get(name.toLowerCase()) ?? name;

export type HeaderMap = Record<string, string[]>;

/** What Mattermost itself has set (CORS, rate limits) stays, unless the handler sets the same name. */
export function withHostHeaders(own: HeaderMap, host: Readonly<HeaderMap>): HeaderMap {
  const taken = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const kept = Object.entries(host).filter(([name]) => !taken.has(name.toLowerCase()));
  return { ...own, ...Object.fromEntries(kept) };
}
