import { basename } from './globals.ts';

/** `gone` as well when the person may not read it: Mattermost's page says the same then. */
export type PostPlace = 'there' | 'gone' | 'unreachable';

/** Asks Mattermost whether a message can be shown, before its page takes the place of what is on the screen. */
export function makeFindPost(fetchFn: typeof fetch) {
  return async (postId: string): Promise<PostPlace> => {
    try {
      const address = `${basename()}/api/v4/posts/${encodeURIComponent(postId)}`;
      const { ok, status } = await fetchFn(address, {
        credentials: 'include',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      if (ok) return 'there';
      return [400, 403, 404].includes(status) ? 'gone' : 'unreachable';
    } catch {
      return 'unreachable';
    }
  };
}
