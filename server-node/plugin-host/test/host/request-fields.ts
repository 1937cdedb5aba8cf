import type { IncomingMessage } from 'node:http';

import type { HttpRequestFields } from '../../src/model/server.ts';

/** The header with which a test says who is logged in; a real server looks at the session. */
export const TEST_USER_HEADER = 'x-test-user';

/** Mattermost alone sets the first two; the others are kept from plugins. */
const TAKEN_AWAY = new Set([
  'Mattermost-User-Id',
  'Mattermost-Plugin-Id',
  'Referer',
  'Host',
  'Transfer-Encoding',
  'X-Test-User',
]);

/** A client's request as Mattermost hands it on: without what identifies the session, with what it knows of it. */
export function requestFields(
  request: IncomingMessage,
  path: string,
  userId: string,
): Partial<HttpRequestFields> {
  return {
    Method: request.method ?? 'GET',
    URL: withoutToken(path),
    Proto: 'HTTP/1.1',
    ProtoMajor: 1,
    ProtoMinor: 1,
    Header: headersOf(request, userId),
    Host: request.headers.host ?? '',
    RemoteAddr: `${request.socket.remoteAddress}:${request.socket.remotePort}`,
    RequestURI: request.url ?? '',
  };
}

function headersOf({ rawHeaders, headers }: IncomingMessage, userId: string): Record<string, string[]> {
  const header: Record<string, string[]> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = canonical(rawHeaders[at] as string);
    const isOfSession = name === 'Authorization' && userId !== '';
    if (!TAKEN_AWAY.has(name) && name !== 'Cookie' && !isOfSession)
      (header[name] ??= []).push(rawHeaders[at + 1] as string);
  }
  const cookies = (headers.cookie ?? '').split('; ').filter((one) => !/^(MMAUTHTOKEN=|$)/.test(one));
  return {
    ...header,
    ...(cookies.length > 0 ? { Cookie: [cookies.join('; ')] } : {}),
    ...(userId === '' ? {} : { 'Mattermost-User-Id': [userId] }),
  };
}

/** The query comes without the session's token and sorted by name. Go's own way to escape is not played. */
function withoutToken(path: string): string {
  const at = path.indexOf('?');
  if (at < 0) return path;
  const fields = path
    .slice(at + 1)
    .split('&')
    .filter((field) => field !== '' && nameOf(field) !== 'access_token');
  const sorted = fields.sort((one, other) => compare(nameOf(one), nameOf(other)));
  return sorted.length === 0 ? path.slice(0, at) : `${path.slice(0, at)}?${sorted.join('&')}`;
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
const nameOf = (field: string): string => new URLSearchParams(field).keys().next().value ?? '';

/** Go's canonical spelling: each word with a capital. */
const canonical = (name: string): string =>
  name.toLowerCase().replace(/(^|-)([a-z])/g, (found) => found.toUpperCase());
