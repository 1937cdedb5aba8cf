import { MattermostError } from '../http/mattermost-error.ts';

const REMEMBERED_MS = 30_000;

/**
 * Remembers `pending_post_id`s for 30 s, whoever sent them: a repetition gets the first post back,
 * one that comes while the first is still being made is refused, and a failure frees the id.
 */
export class PendingPosts {
  readonly #posts = new Map<string, { postId: string | undefined; at: number }>();

  /** @returns the id of the post already made, or undefined when the caller is the first. */
  claim(pendingId: string, now: number): string | undefined {
    if (pendingId === '') return undefined;
    const known = this.#posts.get(pendingId);
    if (known === undefined || now - known.at > REMEMBERED_MS) {
      this.#posts.set(pendingId, { postId: undefined, at: now });
      return undefined;
    }
    if (known.postId !== undefined) return known.postId;
    throw new MattermostError(
      500,
      'api.post.deduplicate_create_post.pending',
      'Rejected post since another client is making the same request.',
    );
  }

  done(pendingId: string, postId: string, now: number): void {
    if (pendingId !== '') this.#posts.set(pendingId, { postId, at: now });
  }

  free(pendingId: string): void {
    this.#posts.delete(pendingId);
  }
}
