const API = '/api/v4/';
const RESPONSE_URL = /\/hooks\/commands\/[^/]+$/;
/** The words in addresses of Mattermost's API that we call; everything else is an id or a name. */
const WORDS: ReadonlySet<string> = new Set(
  'actions channels client commands config dialogs direct hooks ids me members names open pin ping posts roles system teams thread unpin users'.split(
    ' ',
  ),
);
/** No address that we call is longer. */
const MOST_PARTS = 6;

/** An address of Mattermost without what names somebody, for instance `/users/{id}/channels`. */
export function endpointTemplate(pathname: string): string {
  const at = pathname.indexOf(API);
  if (at < 0) return RESPONSE_URL.test(pathname) ? '/hooks/commands/{id}' : 'other';
  const parts = pathname.slice(at + API.length).split('/', MOST_PARTS);
  return parts.map((part) => `/${WORDS.has(part) ? part : '{id}'}`).join('');
}
