import type {
  CommandView,
  DueView,
  MeView,
  ReadingView,
  RulesView,
  TodosView,
} from '@todo-node/server/contract/api';
import type {
  ChangeView,
  ListView,
  ProgramListView,
  ProgramRow,
  Reminder,
  TodoView,
} from '@todo-node/server/contract/todo-view';
import { hasShape, isFlag, isListOf, isNumber, isRecord, isText } from './guards.ts';
import { orElse, readFields, required, Unreadable, type Fields } from './read-fields.ts';
import { RequestFailure } from './request-failure.ts';

/** What cannot be shown is counted, so that it is not missing in silence. */
interface Counted {
  unreadable?: number;
}
export type ReadList = ListView & Counted;
export type ReadChange = ChangeView & Counted;

const isSource = (value: unknown) => isRecord(value) && isText(value['postId']) && isText(value['channelId']);

/** One of a kind that this version does not know is kept, and not shown. */
const isReminder = (value: unknown) => isRecord(value) && isText(value['id']);

/**
 * The browser's tab may be older than the backend, or newer: what is missing is null or the default, and a state of
 * which this version knows nothing is shown by its name.
 */
const TODO: Fields<TodoView> = {
  id: required(isText),
  listId: required(isText),
  number: orElse(isNumber, 0),
  text: required(isText),
  notes: orElse(isText, ''),
  state: orElse<TodoView['state']>(isText, 'open'),
  creatorId: orElse(isText, ''),
  assigneeId: orElse<string | null>(isText, null),
  order: orElse(isNumber, 0),
  version: required(isNumber),
  createdAt: orElse(isNumber, 0),
  updatedAt: orElse(isNumber, 0),
  doneAt: orElse<number | null>(isNumber, null),
  source: orElse<TodoView['source']>(isSource, null),
  due: orElse<string | null>(isText, null),
  dueAt: orElse<number | null>(isNumber, null),
  dueZone: orElse<string | null>(isText, null),
  repeat: orElse<string | null>(isText, null),
  repeatFrom: orElse<TodoView['repeatFrom']>(isText, 'due'),
  repeatAnchor: orElse<string | null>(isText, null),
  occurrence: orElse<string | null>(isText, null),
  reminders: orElse<readonly Reminder[]>(isListOf(isReminder), []),
  request: orElse<TodoView['request']>(isText, null),
  requestReason: orElse(isText, ''),
  requestedAt: orElse<number | null>(isNumber, null),
};

const isProgramRow = (value: unknown) =>
  hasShape<ProgramRow>(value, { ref: isText, text: isText, done: isFlag });
const isProgramList = (value: unknown) =>
  hasShape<ProgramListView>(value, { name: isText, rows: isListOf(isProgramRow), text: isText });

const isNames = (value: unknown) => isRecord(value) && Object.values(value).every(isText);
const rows = required<TodoView[]>(Array.isArray);
const count = orElse(isNumber, 0);

const CHANGE: Fields<ChangeView> = {
  changeId: required(isText),
  actorId: orElse<string | undefined>(isText, undefined),
  listId: required(isText),
  revision: required(isNumber),
  openCount: count,
  doneCount: count,
  todos: rows,
};

const LIST: Fields<ListView> = {
  id: required(isText),
  kind: required(isText),
  revision: required(isNumber),
  openCount: count,
  doneCount: count,
  todos: rows,
  doneBy: orElse<Record<string, string> | undefined>(isNames, undefined),
  next: orElse<string | null>(isText, null),
  readOnly: orElse<ListView['readOnly']>(isText, undefined),
  program: orElse<ProgramListView | null>(isProgramList, null),
};

const isBot = (value: unknown) => isRecord(value) && isText(value['userId']) && isText(value['username']);
const isProgram = (value: unknown) => isRecord(value) && isText(value['name']);
const isLimits = (value: unknown) => isRecord(value) && isNumber(value['textLength']);

const ME: Fields<MeView> = {
  userId: required(isText),
  username: required(isText),
  bot: orElse<MeView['bot']>(isBot, null),
  webhookList: orElse<MeView['webhookList']>(isText, 'channel'),
  program: orElse<MeView['program']>(isProgram, null),
  limits: required(isLimits),
  push: orElse<MeView['push']>(isText, 'sse'),
  readsDates: orElse<MeView['readsDates']>(isFlag, false),
  takesRequests: orElse<MeView['takesRequests']>((value) => value === true, undefined),
  version: orElse(isText, ''),
};

const COMMAND: Fields<CommandView> = {
  ok: required(isFlag),
  answer: required(isText),
  change: (value) => (value === undefined || value === null ? null : readFields(value, CHANGE)),
};

const DUE: Fields<DueView> = {
  view: required(isText),
  zone: required(isText),
  today: required(isText),
  todayEndsAt: required(isNumber),
  weekEndsAt: orElse(isNumber, 0),
  overdueCount: count,
  todayCount: count,
  todos: rows,
  isAll: orElse(isFlag, true),
};

const TODOS: Fields<TodosView> = { todos: rows, isAll: orElse(isFlag, true) };

/** What a browser shows of a reading: dates in the manner of its own page, and the reading that is taken. */
export type SeenReading = Omit<ReadingView, 'dueWords' | 'readings'>;

const isSpan = (value: unknown) => isRecord(value) && isNumber(value['from']) && isNumber(value['to']);

const READING: Fields<SeenReading> = {
  text: required(isText),
  due: orElse<string | null>(isText, null),
  repeat: orElse<string | null>(isText, null),
  repeatFrom: orElse<ReadingView['repeatFrom']>(isText, 'due'),
  repeatWords: orElse(isText, ''),
  spans: orElse<ReadingView['spans']>(isListOf(isSpan), []),
  wrong: orElse<string | null>(isText, null),
  assignee: orElse<ReadingView['assignee']>(isBot, null),
};

const RULES: Fields<RulesView> = { words: required(isListOf(isText)) };

/** @returns null for what is no to-do */
export function asTodo(value: unknown): TodoView | null {
  try {
    return readFields(value, TODO);
  } catch {
    return null;
  }
}

/** Rows that are not to-dos are left out and counted: the others still show. */
function keepTodos<T extends { todos: TodoView[] }>(view: T): T & Counted {
  const todos = view.todos.map(asTodo).filter((todo) => todo !== null);
  const unreadable = view.todos.length - todos.length;
  return { ...view, todos, ...(unreadable === 0 ? {} : { unreadable }) };
}

export function parseChange(value: unknown): ReadChange {
  return keepTodos(checked(value, CHANGE, 'change'));
}
export function parseList(value: unknown): ReadList {
  return keepTodos(checked(value, LIST, 'list'));
}
export function parseMe(value: unknown): MeView {
  return checked(value, ME, 'account');
}
export function parseDueView(value: unknown): DueView {
  return keepTodos(checked(value, DUE, 'view'));
}
export function parseTodos(value: unknown): TodosView {
  return keepTodos(checked(value, TODOS, 'list'));
}
export function parseReading(value: unknown): SeenReading {
  return checked(value, READING, 'reading');
}
export function parseRules(value: unknown): RulesView {
  return checked(value, RULES, 'answer');
}
export function parseCommand(value: unknown): CommandView {
  const view = checked(value, COMMAND, 'answer');
  return { ...view, change: view.change === null ? null : keepTodos(view.change) };
}

function checked<T extends object>(value: unknown, fields: Fields<T>, what: string): T {
  try {
    return readFields(value, fields);
  } catch (thrown) {
    const reason = thrown instanceof Unreadable ? thrown.message : String(thrown);
    throw new RequestFailure(
      'refused',
      `The to-do server sent a ${what} in a form that this version cannot read (${reason}). Reload the page; if it stays, the plugin and its server differ in version.`,
      { code: 'unreadable' },
    );
  }
}
