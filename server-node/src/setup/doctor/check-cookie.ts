import type { SiteCheck } from './doctor-context.ts';
import { fault, notChecked, ok, type Finding } from './finding.ts';

/** Mattermost takes the session cookie away where a wrong token is sent; the path it names is the cookie's own. */
export const checkCookie: SiteCheck = async ({ siteUrl, fetch }) => {
  if (siteUrl === undefined) return [notChecked('cookie', 'Mattermost has no SiteURL')];
  const headers = { Authorization: 'Bearer doctor' };
  const url = `${siteUrl}/api/v4/users/me`;
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (response === undefined) return [notChecked('cookie', `nothing answers at ${url}`)];
  if (response.status >= 502 && response.status <= 504) {
    const saw = `Mattermost is down at ${siteUrl}: the proxy answers ${response.status} in its place.`;
    return [fault('cookie', saw, 'start Mattermost, or correct its address in the proxy.')];
  }
  return [cookieFinding(siteUrl, response.headers.getSetCookie())];
};

export function cookieFinding(siteUrl: string, setCookies: readonly string[]): Finding {
  const cookie = setCookies.find((one) => one.startsWith('MMAUTHTOKEN='));
  const path = /;\s*path=([^;]*)/i.exec(cookie ?? '')?.[1];
  const below = new URL(siteUrl).pathname;
  if (path === undefined) {
    return fault(
      'cookie',
      `${siteUrl} is not answered as Mattermost does.`,
      'see that SiteURL leads to Mattermost, and that the proxy keeps Set-Cookie.',
    );
  }
  if (path === below) return ok('cookie', `The session cookie is for ${path}, and so for the backend.`);
  return fault(
    'cookie',
    `The session cookie is for ${path}, but the site is at ${below}.`,
    'restart Mattermost after a change of SiteURL, and let the proxy leave cookie paths alone.',
  );
}
