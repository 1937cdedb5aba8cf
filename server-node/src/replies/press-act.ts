import { z } from 'zod';
import { DUE_VIEWS } from '../contract/vocabulary.ts';
import { DIGEST_PACES } from '../digest/paces.ts';
import type { ListId } from '../todos/list.ts';
import type { ChangeId, TodoId } from '../todos/todo.ts';

const listId = z.string().transform((id) => id as ListId);
const todoId = z.string().transform((id) => id as TodoId);
/** Below a living post, which shows what comes of it by itself. */
export const isPosted = z.literal(true).optional();
const changeId = z.string().transform((id) => id as ChangeId);
/**
 * The to-do as it was when the button was made; one that was changed since is shown instead of changed. Without a
 * version it is changed whatever became of it.
 */
const seen = { todoId, version: z.number().int().optional() };

const among = z.array(todoId);

/** Until when a to-do can be snoozed by one press. */
export const SNOOZES = ['minutes15', 'hour', 'evening', 'tomorrow', 'week'] as const;
export type Snooze = (typeof SNOOZES)[number];

/** Where a page of a list begins. */
export const pageStart = z.object({
  /** The place of the to-do before its first one; left out: from the first. */
  behind: z.object({ order: z.number(), number: z.number().int() }).optional(),
});
export type PageStart = z.output<typeof pageStart>;

/**
 * Everything that a button, or an option of a select, can do. What a press does is in presses/, one file a kind; it is
 * done with the rights of whoever presses. A kind that a process does not know, as one version before, is refused.
 */
export const pressAct = z.discriminatedUnion('kind', [
  /** A line of the `todo` program. Numbers in it never name another to-do later. */
  z.object({ kind: z.literal('line'), listId, line: z.string() }),
  z.object({ kind: z.literal('done'), ...seen }),
  z.object({ kind: z.literal('reopen'), ...seen }),
  /** Ticks a to-do of a list that the post shows, and shows the same page anew; left out: the first. */
  z.object({ kind: z.literal('tick'), todoId, page: pageStart.optional() }),
  /** Shows another page of a list in the post that shows one. */
  z.object({ kind: z.literal('page'), listId, page: pageStart }),
  /** Takes back this one change, whatever came after it. */
  z.object({
    ...{ kind: z.literal('undo'), changeId },
    /** The post reminded of the to-do, and does so again. */
    isReminder: z.boolean().optional(),
    /** The post tells of these as well, and goes on doing so. */
    among: among.optional(),
  }),
  z.object({ kind: z.literal('snooze'), todoId, until: z.enum(SNOOZES) }),
  /** Asks in a form until when. */
  z.object({ kind: z.literal('snooze_form'), todoId }),
  /** Ticks one of those that a message reminds of. */
  z.object({ kind: z.literal('tick_reminded'), todoId, todoIds: z.array(todoId) }),
  /** Ticks one that an overview shows; the version is there as in `tick_posted`. */
  z.object({ kind: z.literal('tick_digest'), ...seen }),
  /** Ticks one that a view shows as due; `listId` is the list in which the view was asked. */
  z.object({ kind: z.literal('tick_due'), todoId, view: z.enum(DUE_VIEWS), listId }),
  z.object({ kind: z.literal('digest_pace'), pace: z.enum(DIGEST_PACES) }),
  /** Answers a request. `among`: all that the message is about, of which the others are shown again. */
  z.object({ kind: z.literal('accept'), ...seen, among }),
  z.object({ kind: z.literal('request_done'), ...seen, among }),
  /** Asks in a form why not. */
  z.object({ kind: z.literal('decline_form'), ...seen, among }),
  /** Shows one request of several, with its answers below it. */
  z.object({ kind: z.literal('show_request'), todoId, among }),
  /** Shows all of them again that still wait. */
  z.object({ kind: z.literal('show_requests'), among }),
  /** Takes back what the presser sent. `among`: all that the message is about, of which it goes on telling. */
  z.object({ kind: z.literal('take_back'), todoId, among: among.optional() }),
  z.object({ kind: z.literal('bump'), todoId }),
  /** Asks in a form for other words and another date of a to-do. */
  z.object({ kind: z.literal('edit_form'), todoId }),
  /** Asks in a form for a to-do to be added to this list. */
  z.object({ kind: z.literal('add_form'), listId, page: pageStart.optional(), isPosted }),
  /**
   * Ticks one that a living post shows, whatever became of it. The version has what is ticked, opened again and shown in
   * the same place be another press.
   */
  z.object({ kind: z.literal('tick_posted'), todoId, version: z.number().int() }),
]);
export type PressAct = z.output<typeof pressAct>;
export type PressKind = PressAct['kind'];
