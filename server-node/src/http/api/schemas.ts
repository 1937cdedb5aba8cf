import { z } from 'zod';
import type { RequestChange } from '../../contract/api.ts';
import { DUE_VIEWS, REPEAT_FROM } from '../../contract/vocabulary.ts';
import type { ListRef } from '../../contract/todo-view.ts';
import { isDay, isWallClock } from '../../dates/moment-of.ts';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../shared/ids.ts';
import { MAX_REMINDERS } from '../../todos/reminder-rules.ts';
import { MAX_AT_ONCE, MAX_NOTES_LENGTH, MAX_REASON_LENGTH, MAX_TEXT_LENGTH } from '../../todos/todo.ts';
import { mattermostId } from '../mattermost-id.ts';

/** Rough bounds in UTF-16 units; the exact limits, in characters after trimming, are the to-do's own. */
const text = z.string().max(2 * MAX_TEXT_LENGTH + 1_000);
const notes = z.string().max(2 * MAX_NOTES_LENGTH + 1_000);
/** A command may list many numbers or carry a to-do's text. */
const MAX_LINE_LENGTH = 20_000;

const requestId = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'Expected 8 to 64 letters, digits, - and _')
  .optional()
  .meta({ description: 'Of your own making. A repeated one answers with the first result.' });

export const noParams = z.object({});
export const noQuery = z.strictObject({});

export const listParams = z.object({
  list: z
    .string()
    .refine(
      (ref: ListRef) => ref === 'me' || ref === 'shared' || isMattermostId(ref),
      'Expected me, shared, or the id of a channel',
    )
    .meta({ description: '`me`, `shared`, or the id of a channel.', example: 'me' }),
});

/** Ids are opaque; an unknown one is a to-do that does not exist. */
const opaqueId = z.string().regex(/^[\w-]{1,64}$/, 'Expected letters, digits, - and _, at most 64');
export const idParams = z.object({ id: opaqueId });

export const viewParams = z.object({ view: z.enum(DUE_VIEWS) });

export const listQuery = z.strictObject({
  state: z.enum(['open', 'done']).default('open'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'Expected a number from 1 to 500')
    .transform(Number)
    .pipe(z.number().min(1).max(500))
    .default(100)
    .meta({ override: { type: 'integer', minimum: 1, maximum: 500 } }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
});

const wallClock = z
  .string()
  .refine(isWallClock, 'Expected a day such as 2026-12-04, or a minute such as 2026-12-04T17:00')
  .meta({ examples: ['2026-12-04', '2026-12-04T17:00'] });
const minute = wallClock.refine((at) => !isDay(at), 'Expected a minute such as 2026-12-04T17:00');

const time = {
  due: wallClock.nullable().optional(),
  repeat: z
    .string()
    .max(200)
    .nullable()
    .optional()
    .meta({ description: 'An RRULE without DTSTART.', example: 'FREQ=WEEKLY;BYDAY=MO' }),
  repeatFrom: z.enum(REPEAT_FROM).optional(),
  reminders: z
    .array(
      z.union([z.strictObject({ at: minute }), z.strictObject({ minutesBefore: z.int().min(0) })], {
        error: 'Expected { at } with a minute, or { minutesBefore } with a number',
      }),
    )
    .max(MAX_REMINDERS)
    .optional(),
  readDates: z.boolean().optional().meta({
    description: 'Whether dates are read out of `text`; by default they are, unless `due` is given.',
  }),
};

const REQUEST_CHANGES = ['accepted', 'declined', 'taken_back', 'bumped'] as const satisfies RequestChange[];

export const addTodoBody = z.strictObject({
  text,
  notes: notes.optional(),
  assigneeId: mattermostId<UserId>().optional(),
  ...time,
  more: z
    .array(text)
    .max(MAX_AT_ONCE - 1)
    .default([])
    .meta({ description: 'Texts of further to-dos, added behind the first in the same change.' }),
  sourcePostId: mattermostId<PostId>().optional(),
  requestId,
});

export const editTodoBody = z
  .strictObject({
    text: text.optional(),
    notes: notes.optional(),
    state: z.enum(['open', 'done']).optional(),
    snooze: wallClock.optional(),
    skip: z.literal(true).optional(),
    assigneeId: mattermostId<UserId>().nullable().optional(),
    request: z.enum(REQUEST_CHANGES).optional(),
    reason: z
      .string()
      .max(2 * MAX_REASON_LENGTH)
      .optional(),
    ...time,
    version: z.int().min(1).optional(),
    requestId,
  })
  .refine(
    ({ state, snooze, skip, assigneeId, request, text, notes, due, repeat, reminders }) =>
      [state, snooze, skip, assigneeId, request].filter((one) => one !== undefined).length +
        Number([text, notes, due, repeat, reminders].some((one) => one !== undefined)) ===
      1,
    'Send state, or snooze, or skip, or assigneeId, or request, or any of text, notes, due, repeat and reminders: one change at a time',
  )
  .refine(
    ({ request, reason }) => reason === undefined || request === 'declined',
    'A reason is sent beside request: declined',
  );

export const explainBody = z.strictObject({ text, list: listParams.shape.list.optional() });

/** More than anybody has beside those of everyday life. */
const MAX_RULES = 100;
export const rulesBody = z.strictObject({
  rules: z
    .array(z.strictObject({ repeat: z.string().max(200), repeatFrom: z.enum(REPEAT_FROM) }))
    .max(MAX_RULES),
});

export const commandBody = z
  .strictObject({
    line: z.string().max(MAX_LINE_LENGTH).optional(),
    channelId: mattermostId<ChannelId>()
      .optional()
      .meta({ description: 'Where the line was typed, for `here`.' }),
    verb: z.enum(['add', 'done', 'delete']).optional(),
    text: text.optional(),
    refs: z.array(z.string().min(1).max(200)).max(500).optional(),
    requestId,
  })
  .refine(
    ({ line, channelId, verb, text, refs }) =>
      (line === undefined) !== (verb === undefined) &&
      (verb === undefined ? text === undefined && refs === undefined : channelId === undefined),
    'Send a line, with the channel or without, or a verb with its text or refs',
  );
