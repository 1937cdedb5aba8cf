import type { ChannelId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TodoId } from '../todos/todo.ts';
import type { LivingPost, LivingPostKey } from './living-post.ts';

/** A to-do that a post names, beside what it is about. */
export interface NamedTodo {
  readonly todoId: TodoId;
  /** As whoever reads the post knows it. */
  readonly text: string;
  readonly toldAt: EpochMs;
}

export interface LivingPostReader {
  find(key: LivingPostKey): Promise<LivingPost | undefined>;
  /** In the order of their ids. */
  named(key: LivingPostKey): Promise<NamedTodo[]>;
}

/** Within a transaction. */
export interface LivingPostWriter {
  /** Keeps other writers of the post out until the end of the transaction. */
  lock(key: LivingPostKey): Promise<LivingPost | undefined>;
  /** Takes the place of the one with its key. */
  put(post: LivingPost): Promise<void>;
  /** With the to-dos that it names. */
  forget(key: LivingPostKey): Promise<void>;
  name(key: LivingPostKey, todos: readonly NamedTodo[]): Promise<void>;
  /** Of these those that posts name which are about this, once for each post. */
  namedAbout(about: string, todoIds: readonly TodoId[]): Promise<NamedTodo[]>;
  /** Has those posts name a to-do in other words that name it and are about this. */
  nameAnew(about: string, todo: Pick<NamedTodo, 'todoId' | 'text'>): Promise<void>;
  /** Has the posts that name one of these looked at, as soon as each may be edited. */
  wakeNaming(todoIds: readonly TodoId[], at: EpochMs): Promise<void>;
}

/** Whether a person may post in a channel at this moment; `unseen`: the bot cannot look there, so it cannot post either. */
export type PostingRight = 'may' | 'may_not' | 'archived' | 'unseen';

/** `by_nobody`: there is no way into direct and group messages. */
export type Entered = 'inside' | 'outside' | 'by_nobody';

/**
 * Has the bot enter a channel where it may, or where a person may add it.
 *
 * @throws {AppError} mattermost_unavailable
 */
export type EnterFor = (userId: UserId, channelId: ChannelId) => Promise<Entered>;

/** @throws {AppError} mattermost_unavailable */
export type PostingRightOf = (userId: UserId, channelId: ChannelId) => Promise<PostingRight>;
