import { basename } from './globals.ts';

/** `gone` as well when the person may not read it: Mattermost's page says the same then. */
export type PostPlace = 'there' | 'gone' | 'unreachable';

/** Asks Mattermost whether a message can be shown, before its page takes the place of what is on the screen. */
export function makeFindPost(fetchFn: typeof fetch) {
  return async (postId: string): Promise<PostPlace> => (await askFor(fetchFn, postId)).place;
}

/** As much of a message as stands for it elsewhere. */
export interface PostPreview {
  authorId: string;
  /** Markdown; of a message without words the name of its first file. */
  firstLine: string;
  /** When it was written. */
  at: number;
}

/** Reads a message anew with the person's own rights; what Mattermost has here already may be closed to them by now. */
export function makeReadPost(fetchFn: typeof fetch) {
  return async (postId: string): Promise<PostPreview | Exclude<PostPlace, 'there'>> => {
    const { place, response } = await askFor(fetchFn, postId);
    if (place !== 'there') return place;
    const post: unknown = await response?.json().catch(() => null);
    return previewOf(post) ?? 'unreachable';
  };
}

async function askFor(
  fetchFn: typeof fetch,
  postId: string,
): Promise<{ place: PostPlace; response?: Response }> {
  try {
    const address = `${basename()}/api/v4/posts/${encodeURIComponent(postId)}`;
    const response = await fetchFn(address, {
      credentials: 'include',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (response.ok) return { place: 'there', response };
    return { place: [400, 403, 404].includes(response.status) ? 'gone' : 'unreachable' };
  } catch {
    return { place: 'unreachable' };
  }
}

interface Told {
  user_id?: unknown;
  message?: unknown;
  create_at?: unknown;
  metadata?: { files?: { name?: unknown }[] };
}

function previewOf(post: unknown): PostPreview | null {
  const { user_id: authorId, message, create_at: at, metadata } = (post ?? {}) as Told;
  if (typeof authorId !== 'string' || typeof message !== 'string' || typeof at !== 'number') return null;
  const [line = ''] = message.split(/\r\n?|\n/).filter((one) => one.trim() !== '');
  const file = metadata?.files?.[0]?.name;
  return { authorId, firstLine: line !== '' || typeof file !== 'string' ? line.trim() : file, at };
}
