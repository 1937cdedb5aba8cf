import { UNSAID, type TodoView } from '../contract/todo-view.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import { isOfAnother, type ListId } from './list.ts';
import type { NewReminder, When } from './when.ts';

export type TodoId = string & { readonly __brand: 'TodoId' };
export type ChangeId = string & { readonly __brand: 'ChangeId' };

/** The message a to-do was made from. */
export interface SourcePost {
  postId: PostId;
  channelId: ChannelId;
}

/** Fields whose ids have types of their own here. */
type Typed = 'id' | 'listId' | 'creatorId' | 'assigneeId' | 'source';

/** One row. It leaves its list only by being sent or taken back; its meaning is in contract/todo-view.ts. */
export interface Todo extends Readonly<Omit<TodoView, Typed>> {
  readonly id: TodoId;
  readonly listId: ListId;
  readonly creatorId: UserId;
  readonly assigneeId: UserId | null;
  readonly source: SourcePost | null;
}

/** Whose clock counts for it: whoever is to do it, else whoever made it. */
export const holderOf = ({ assigneeId, creatorId }: Pick<Todo, 'assigneeId' | 'creatorId'>): UserId =>
  assigneeId ?? creatorId;

/** Whether whoever has it was asked by somebody else. */
export const isReceived = ({ listId, creatorId }: Pick<Todo, 'listId' | 'creatorId'>): boolean =>
  isOfAnother(listId, creatorId);

/** Whether it is in the list of somebody else, and was not sent there by this person: nothing of it is theirs to see. */
export const isGoneFrom = (
  personId: UserId,
  { listId, creatorId }: Pick<Todo, 'listId' | 'creatorId'>,
): boolean => isOfAnother(listId, personId) && creatorId !== personId;

/** What is left of it for somebody from whom it is gone: that it is not there any more. */
export const gone = ({ id, listId, version, updatedAt }: Todo): Todo => ({
  ...UNSAID,
  ...{ id, listId, version, updatedAt, state: 'deleted', source: null, assigneeId: null },
  ...{ number: 0, order: 0, text: '', creatorId: '' as UserId, createdAt: updatedAt },
});

/** What a person gives to make one. */
export interface Draft {
  text: string;
  notes?: string;
  source?: SourcePost;
  when?: When;
  reminders?: readonly NewReminder[];
  /** Who is to do it, in a list of several people; in a person's own list it is always that person. */
  assigneeId?: UserId;
}

/** In characters (code points), after trimming. */
export const MAX_TEXT_LENGTH = 4_000;
export const MAX_NOTES_LENGTH = 16_000;
export const MAX_REASON_LENGTH = 1_000;
/** To-dos that one request may add. */
export const MAX_AT_ONCE = 500;
/** More open ones than this in a list are refused. */
export const MAX_OPEN_PER_LIST = 2_000;
/** Unanswered ones that one person may have asked of another. */
export const MAX_ASKED_OF_ONE = 20;
/** Unanswered ones that wait for one person. */
export const MAX_WAITING_FOR_ONE = 500;
