import type { Post } from './records.ts';

/** Finds posts by channel and by thread without a walk over all of them. Deleted posts stay in it. */
export class PostIndex {
  readonly #byChannel = new Map<string, Post[]>();
  readonly #byRoot = new Map<string, Post[]>();

  constructor(posts: Iterable<Post>) {
    for (const post of posts) this.add(post);
  }

  add(post: Post): void {
    append(this.#byChannel, post.channel_id, post);
    if (post.root_id !== '') append(this.#byRoot, post.root_id, post);
  }

  /** Oldest first, deleted ones too. */
  inChannel(channelId: string): readonly Post[] {
    return this.#byChannel.get(channelId) ?? [];
  }

  /** Oldest first, without deleted ones. */
  repliesTo(rootId: string): Post[] {
    return (this.#byRoot.get(rootId) ?? []).filter((post) => post.delete_at === 0);
  }
}

function append(lists: Map<string, Post[]>, key: string, post: Post): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [post]);
  else list.push(post);
}
