import { createHash, timingSafeEqual } from 'node:crypto';

import { AppError } from '../shared/app-error.ts';
import { readCookies } from './cookies.ts';
import type { RequestIdentity } from './ports.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for requests with effect, which another site could make a browser send with the person's cookies. */
export function isWrite(method: string): boolean {
  return !SAFE_METHODS.has(method.toUpperCase());
}

/**
 * The part of the check that needs no one else: the page is one of this site, and it could read the site's
 * `MMCSRF` cookie. Whether that cookie is the session's own is asked of Mattermost afterwards.
 *
 * @param siteHosts hosts under which Mattermost is known, with their ports
 * @returns the token, to be checked with Mattermost
 * @throws {AppError} csrf_failed
 */
export function checkCsrf({ headers }: RequestIdentity, siteHosts: readonly string[]): string {
  const sent = one(headers['x-csrf-token']);
  const cookie = readCookies(headers['cookie']).get('MMCSRF') ?? '';
  if (sent === '' || !equal(sent, cookie) || !comesFromThisSite(headers, siteHosts)) {
    throw csrfFailed();
  }
  return sent;
}

export function csrfFailed(): AppError {
  return new AppError(
    'csrf_failed',
    'This change did not come from a Mattermost page of yours: the header X-CSRF-Token must hold the value of the cookie MMCSRF. Reload the page and try again.',
  );
}

/**
 * `Sec-Fetch-Site` is the browser's own word and no page can set it. Browsers that lack it send `Origin`, which must
 * be a name of this site: the one asked for, or one of `siteHosts` where a proxy changes `Host`.
 */
function comesFromThisSite(headers: RequestIdentity['headers'], siteHosts: readonly string[]): boolean {
  const site = one(headers['sec-fetch-site']);
  if (site !== '') {
    return site === 'same-origin';
  }
  const origin = one(headers['origin']);
  return origin === '' || isOriginOf(origin, [one(headers['host']), ...siteHosts]);
}

function isOriginOf(origin: string, hosts: readonly string[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Takes the same time wherever the first difference is, and whatever the lengths. */
function equal(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
