import { z } from 'zod';
import type {
  CommandView,
  DueView,
  ErrorView,
  HistoryView,
  MeView,
  ReadingView,
  RulesView,
  TodosView,
} from '../../contract/api.ts';
import type { ChangeView, ListView, TodoView } from '../../contract/todo-view.ts';
import { ACTS, DUE_VIEWS, REPEAT_FROM, REQUEST_STATES, TODO_STATES } from '../../contract/vocabulary.ts';

const moment = z.int().meta({ description: 'Milliseconds since 1970-01-01 UTC.' });
const count = z.int().min(0);

const reminder = z.union([
  z.strictObject({ id: z.string(), byId: z.string(), at: z.string() }),
  z.strictObject({ id: z.string(), byId: z.string(), minutesBefore: z.int() }),
]);
const wallClock = z.string().meta({
  description: 'A day, or a minute by the clock of whoever has the to-do.',
  examples: ['2026-12-04', '2026-12-04T17:00'],
});

export const todoView = z
  .strictObject({
    id: z.string(),
    listId: z.string(),
    number: z.int().min(0).meta({ description: '0 in the list of another person.' }),
    text: z.string(),
    notes: z.string(),
    state: z.enum(TODO_STATES),
    creatorId: z.string(),
    assigneeId: z.string().nullable(),
    order: z.number(),
    version: z.int().min(1),
    createdAt: moment,
    updatedAt: moment,
    doneAt: moment.nullable(),
    source: z.strictObject({ postId: z.string(), channelId: z.string() }).nullable(),
    due: wallClock.nullable(),
    dueAt: moment.nullable(),
    dueZone: z.string().nullable(),
    repeat: z.string().nullable(),
    repeatFrom: z.enum(REPEAT_FROM),
    repeatAnchor: wallClock.nullable(),
    occurrence: wallClock.nullable(),
    reminders: z.array(reminder),
    request: z.enum(REQUEST_STATES).nullable(),
    requestReason: z.string(),
    requestedAt: moment.nullable(),
  })
  .meta({ id: 'Todo' }) satisfies z.ZodType<TodoView>;

const programListView = z.strictObject({
  name: z.string(),
  rows: z.array(z.strictObject({ ref: z.string(), text: z.string(), done: z.boolean() })),
  text: z.string(),
});

export const listView = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['person', 'channel', 'shared']),
    revision: count,
    openCount: count,
    doneCount: count,
    todos: z.array(todoView),
    next: z.string().nullable(),
    doneBy: z.record(z.string(), z.string()),
    readOnly: z.enum(['archived']).exactOptional(),
    program: programListView.nullable(),
  })
  .meta({ id: 'List' }) satisfies z.ZodType<ListView>;

export const changeView = z
  .strictObject({
    changeId: z.string(),
    actorId: z.string(),
    listId: z.string(),
    revision: count,
    openCount: count,
    doneCount: count,
    todos: z.array(todoView),
  })
  .meta({ id: 'Change' }) satisfies z.ZodType<ChangeView>;

export const dueView = z
  .strictObject({
    view: z.enum(DUE_VIEWS),
    zone: z.string(),
    today: wallClock,
    todayEndsAt: moment,
    weekEndsAt: moment,
    overdueCount: count,
    todayCount: count,
    todos: z.array(todoView),
    isAll: z.boolean(),
  })
  .meta({ id: 'DueView' }) satisfies z.ZodType<DueView>;

export const todosView = z
  .strictObject({ todos: z.array(todoView), isAll: z.boolean() })
  .meta({ id: 'Todos' }) satisfies z.ZodType<TodosView>;

const textReading = {
  text: z.string(),
  due: wallClock.nullable(),
  repeat: z.string().nullable(),
  repeatFrom: z.enum(REPEAT_FROM),
  dueWords: z.string(),
  repeatWords: z.string(),
};

export const readingView = z
  .strictObject({
    ...textReading,
    spans: z.array(z.strictObject({ from: count, to: count })),
    readings: z.array(z.strictObject(textReading)),
    wrong: z.string().nullable(),
    assignee: z.strictObject({ userId: z.string(), username: z.string() }).nullable(),
  })
  .meta({ id: 'Reading' }) satisfies z.ZodType<ReadingView>;

export const rulesView = z
  .strictObject({ words: z.array(z.string()) })
  .meta({ id: 'Rules' }) satisfies z.ZodType<RulesView>;

export const commandView = z
  .strictObject({ ok: z.boolean(), answer: z.string(), change: changeView.nullable() })
  .meta({ id: 'CommandAnswer' }) satisfies z.ZodType<CommandView>;

export const historyView = z
  .array(
    z.strictObject({
      changeId: z.string(),
      at: moment,
      actorId: z.string(),
      act: z.enum(ACTS),
      before: z.record(z.string(), z.unknown()),
      after: z.record(z.string(), z.unknown()),
    }),
  )
  .meta({ id: 'History' }) satisfies z.ZodType<HistoryView[]>;

export const meView = z
  .strictObject({
    userId: z.string(),
    username: z.string(),
    bot: z.strictObject({ userId: z.string(), username: z.string() }).nullable(),
    webhookList: z.enum(['channel', 'person', 'shared']),
    program: z.strictObject({ name: z.string() }).nullable(),
    limits: z.strictObject({ textLength: z.int(), notesLength: z.int(), atOnce: z.int() }),
    push: z.enum(['sse', 'websocket']),
    readsDates: z.boolean(),
    takesRequests: z.literal(true).exactOptional(),
    version: z.string(),
  })
  .meta({ id: 'Me' }) satisfies z.ZodType<MeView>;

export const errorView = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    todo: z.unknown().optional(),
  })
  .meta({ id: 'Error' }) satisfies z.ZodType<ErrorView>;
