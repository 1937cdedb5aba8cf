import { z } from 'zod';
import { isPosted, pageStart } from '../replies/press-act.ts';
import type { ListId } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';

const todoId = z.string().transform((id) => id as TodoId);

/** What is to be done with what somebody filled in; one kind for each form. */
const formAct = z.discriminatedUnion('kind', [
  /** `page`: which one of the list the post shows. `isPosted`: the post, a living one, shows by itself what comes of it. */
  z.object({
    kind: z.literal('add'),
    listId: z.string().transform((id) => id as ListId),
    page: pageStart.optional(),
    isPosted,
  }),
  z.object({ kind: z.literal('snooze'), todoId }),
  /** `version`: the one that was shown. */
  z.object({ kind: z.literal('edit'), todoId, version: z.number().int() }),
  z.object({
    kind: z.literal('decline'),
    todoId,
    /** The one about which the form asked; left out by a process of 0.4.1 where the button named none. */
    version: z.number().int().optional(),
    /** What of it matters to whoever declines, as it was then; left out by a process of 0.4.1. */
    seen: z.string().optional(),
    /** All that the message is about. */
    among: z.array(todoId),
  }),
]);
export type FormAct = z.output<typeof formAct>;
export type FormKind = FormAct['kind'];

/** What comes back with a form, signed. */
export const formState = z.object({
  act: formAct,
  /** The post below which it was asked for; rewritten when the form was taken. */
  postId: z.string(),
  /** Only they may hand it in. */
  userId: z.string(),
  until: z.number(),
});
