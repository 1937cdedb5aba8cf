import { basename } from './globals.ts';

/** Pages of the client itself: channels, direct messages, and messages by their id. */
const CLIENT_PAGE = /^\/[^/]+\/(?:channels|messages|pl)\/[^/]/;
const PERMALINK = /^\/[^/]+\/pl\/([a-z0-9]{26})/;

/**
 * Where a link leads within this site, without its subpath, as the client's own history takes it.
 *
 * @returns null for what is no page of the client
 */
export function sitePathOf(href: string): string | null {
  const { origin, pathname, search } = new URL(href, window.location.href);
  const base = basename();
  if (origin !== window.location.origin || !pathname.startsWith(`${base}/`)) return null;
  const path = pathname.slice(base.length);
  return CLIENT_PAGE.test(path) ? path + search : null;
}

/** The message that a path of the client leads to. */
export const postIdOf = (path: string): string | null => PERMALINK.exec(path)?.[1] ?? null;
