import type { EditTodoBody, MeView, PersonSettings } from '@todo-node/server/contract/api';
import type { ChangeView, ListRef, TodoView } from '@todo-node/server/contract/todo-view';
import type { Api } from '../api/api.ts';
import type { EventHandlers } from '../api/open-events.ts';
import { momentOf } from '../calendar/wall-clock.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { ALICE, BOB, LIST, makeTodo, NOON } from './make-todo.ts';
import type { SeenReading } from '../api/views.ts';

/** A backend in memory that keeps the promises of the contract: versions, request ids, undo, events. */
export function makeFakeBackend(push: MeView['push'] = 'sse') {
  const todos = new Map<string, TodoView>();
  const doneBy = new Map<string, string>();
  const answered = new Map<string, ChangeView>();
  const before = new Map<string, TodoView[]>();
  const listeners = new Set<EventHandlers>();
  const calls: string[] = [];
  let listId = LIST;
  let revision = 0;
  let refusedSettings: string[] = [];
  const ownSettings = new Map<string, unknown>();
  let settingsVersion = 0;
  let fault: RequestFailure | null = null;
  let loseAnswers = 0;
  let readOnly: 'archived' | null = null;
  let atOnce: number | undefined = 500;

  function reach(call: string): void {
    calls.push(call);
    if (fault !== null) throw fault;
  }

  /** The change is made; whether its answer arrives is another matter. */
  function commit(
    requestId: string | undefined,
    old: TodoView[],
    rows: TodoView[],
    actorId = ALICE,
  ): ChangeView {
    if (readOnly !== null && actorId === ALICE)
      throw new RequestFailure('refused', 'This channel is archived.', {
        code: 'list_archived',
        status: 409,
      });
    revision += 1;
    rows.forEach((row) => todos.set(row.id, row));
    const changeId = `change-${revision}`;
    const change = { changeId, actorId, listId, revision, ...counts(), todos: rows };
    before.set(change.changeId, old);
    if (requestId !== undefined) answered.set(requestId, change);
    if (loseAnswers > 0) {
      loseAnswers -= 1;
      throw new RequestFailure('unreachable', 'The answer was lost.');
    }
    return change;
  }

  const counts = () => {
    const all = [...todos.values()];
    const count = (state: string) => all.filter((todo) => todo.state === state).length;
    return { openCount: count('open'), doneCount: count('done') };
  };

  function find(id: string): TodoView {
    const todo = todos.get(id);
    if (todo !== undefined && todo.state !== 'deleted') return todo;
    throw new RequestFailure('refused', 'There is no such to-do.', { code: 'todo_not_found', status: 404 });
  }

  const settings = () => {
    const own = Object.fromEntries(ownSettings) as Partial<PersonSettings>;
    return { own, inEffect: { ...USUAL_SETTINGS, ...own }, version: settingsVersion };
  };

  const changed = (todo: TodoView, fields: Partial<TodoView>) => ({
    ...todo,
    ...fields,
    version: todo.version + 1,
  });

  const api: Api = {
    async getMe() {
      reach('me');
      return {
        userId: ALICE,
        username: 'alice',
        bot: { userId: 'bot', username: 'todo' },
        webhookList: 'channel',
        program: null,
        limits: { textLength: 4_000, notesLength: 16_000, ...(atOnce === undefined ? {} : { atOnce }) },
        push,
        readsDates: true,
        takesRequests: true,
        version: '0.1.0',
      };
    },
    async getList(ref, query, etag) {
      reach(`list ${ref} ${query.state}`);
      if (etag === `${revision} ${readOnly}`) return { list: null, etag };
      const rows = [...todos.values()].filter((todo) => todo.state === query.state && todo.listId === listId);
      const view = {
        id: listId,
        kind: listId === LIST ? ('person' as const) : ('channel' as const),
        revision,
        ...counts(),
        todos: rows,
        next: null,
        doneBy: Object.fromEntries(doneBy),
        ...(readOnly === null ? {} : { readOnly }),
        program: null,
      };
      return { list: view, etag: `${revision} ${readOnly}` };
    },
    async addTodo(_ref, { text: written, notes = '', more = [], requestId, ...said }) {
      const read = said.readDates === false ? undefined : understood(written);
      const text = read?.text ?? written;
      reach(`add ${text}`);
      const known = answered.get(requestId ?? '');
      const when = whenOf(said.due ?? read?.due ?? null);
      const { assigneeId } = said;
      const sent =
        assigneeId === undefined
          ? {}
          : requestFields(makeTodo({ listId: LIST }), { assigneeId, request: undefined, reason: undefined });
      const added = [
        { text, notes, ...when, repeat: said.repeat ?? null },
        ...more.map((further) => ({ text: further })),
      ].map((fields, at) => {
        const number = todos.size + at + 1;
        return makeTodo({ id: `todo-${number}`, listId, number, order: number, ...fields, ...sent });
      });
      if (known !== undefined) return known;
      const change = commit(requestId, [], added);
      before.set(
        change.changeId,
        added.map((todo) => ({ ...todo, state: 'deleted' })),
      );
      return change;
    },
    async editTodo(id, body) {
      const { text: written, notes, state, readDates, version, requestId, ...asked } = body;
      const { assigneeId, request, reason, ...said } = asked;
      const read = written === undefined || readDates === false ? undefined : understood(written);
      const text = read?.text ?? written;
      const due = said.snooze ?? said.due;
      const when = due ?? read?.due ?? (due === null ? null : undefined);
      reach(`edit ${id}`);
      const known = answered.get(requestId ?? '');
      if (known !== undefined) return known;
      const todo = find(id);
      if (version !== undefined && version !== todo.version) {
        throw new RequestFailure('refused', 'Changed.', {
          code: 'version_conflict',
          status: 409,
          current: todo,
        });
      }
      const fields = {
        ...requestFields(todo, { assigneeId, request, reason }),
        ...(text === undefined ? {} : { text }),
        ...(notes === undefined ? {} : { notes }),
        ...(when === undefined ? {} : whenOf(when)),
        ...(said.repeat === undefined ? {} : { repeat: said.repeat }),
        ...(said.snooze === undefined ? {} : { occurrence: todo.occurrence ?? todo.due }),
        ...(said.reminders === undefined
          ? {}
          : { reminders: said.reminders.map((one, at) => ({ id: `r${at}`, byId: ALICE, ...one })) }),
        ...(state === undefined ? {} : { state, doneAt: state === 'done' ? NOON : null }),
      };
      return commit(requestId, [todo], [changed(todo, fields)]);
    },
    async deleteTodo(id) {
      reach(`delete ${id}`);
      const todo = find(id);
      return commit(undefined, [todo], [changed(todo, { state: 'deleted' })]);
    },
    async undoChange(changeId) {
      reach(`undo ${changeId}`);
      const old = before.get(changeId) ?? [];
      return commit(
        undefined,
        [],
        old.map((todo) => ({ ...todo, version: (todos.get(todo.id)?.version ?? 0) + 1 })),
      );
    },
    async getDueView(view) {
      reach(`view ${view}`);
      const todayEndsAt = momentOf('2026-11-27', 'UTC');
      const due = [...todos.values()].filter(({ state, dueAt }) => state === 'open' && dueAt !== null);
      const overdueCount = due.filter(({ dueAt }) => (dueAt ?? 0) <= NOON).length;
      const todayCount = due.filter(({ dueAt }) => (dueAt ?? 0) > NOON && (dueAt ?? 0) <= todayEndsAt).length;
      const days = {
        zone: 'UTC',
        today: '2026-11-27',
        todayEndsAt,
        weekEndsAt: todayEndsAt + 6 * 86_400_000,
      };
      return { view, ...days, overdueCount, todayCount, todos: due, isAll: true };
    },
    async getTodos(which) {
      reach(which);
      const isSent = (todo: TodoView) =>
        todo.creatorId === ALICE && todo.request !== null && todo.listId !== LIST;
      const isWaiting = (todo: TodoView) => todo.listId === LIST && todo.state === 'waiting';
      const found = [...todos.values()].filter(which === 'sent' ? isSent : isWaiting);
      return { todos: found, isAll: true };
    },
    async explain(text, _signal, list) {
      reach(`explain ${text}`);
      return understood(text, list);
    },
    async sayRules(rules) {
      reach(`rules ${rules.map(({ repeat }) => repeat).join(' ')}`);
      return { words: rules.map(({ repeat }) => (repeat.includes('-1FR') ? 'every last Friday' : '')) };
    },
    async runCommand(ref, { line, requestId }) {
      reach(`command ${line ?? ''}`);
      const [, numbers, day] = /^snooze ([\d ]+) (\S+)$/.exec(line ?? '') ?? [];
      if (numbers !== undefined && day !== undefined) {
        const key = ref === 'me' ? LIST : `channel:${ref}`;
        const isMeant = ({ number, listId: own }: TodoView) =>
          own === key && numbers.split(' ').includes(String(number));
        const old = [...todos.values()].filter(isMeant);
        const moved = old.map((todo) => changed(todo, snoozedTo(todo, day)));
        return { ok: true, answer: 'Snoozed', change: commit(requestId, old, moved) };
      }
      return { ok: true, answer: `You said ${line ?? ''}`, change: null };
    },
    async getSettings() {
      reach('settings');
      return settings();
    },
    async editSettings(body) {
      reach(`settings ${JSON.stringify(body)}`);
      for (const [name, value] of Object.entries(body))
        if (value === null) ownSettings.delete(name);
        else ownSettings.set(name, value);
      settingsVersion += 1;
      return settings();
    },
    async getSettingsState() {
      reach('settings state');
      return { refused: refusedSettings };
    },
    openEvents(_channels, handlers) {
      listeners.add(handlers);
      queueMicrotask(() => handlers.onOpen());
      return () => void listeners.delete(handlers);
    },
  };

  return {
    api,
    calls,
    todos,
    /** Whom lists name for their done to-dos; a backend of 0.1 names nobody. */
    doneBy,
    streams: listeners,
    /** Whose list it keeps; a person's until then. */
    ofList: (next: string) => void (listId = next),
    /** As when the channel of the list is archived, or restored. */
    archive: (isArchived: boolean) => void (readOnly = isArchived ? 'archived' : null),
    /** A backend of 0.2 adds one to-do a request, and does not say how many it takes. */
    addOneAtOnce: () => void (atOnce = undefined),
    breakWith: (next: RequestFailure | null) => void (fault = next),
    refuseSettings: (faults: string[]) => void (refusedSettings = faults),
    /** The next change is made, but the browser never hears so. */
    loseNextAnswer: () => void (loseAnswers = 1),
    seed: (...rows: TodoView[]) => rows.forEach((row) => todos.set(row.id, row)),
    /** Somebody else's change that no event tells of. */
    changeUnheard(id: string, fields: Partial<TodoView>, actorId = BOB): void {
      const todo = find(id);
      commit(undefined, [todo], [changed(todo, fields)], actorId);
    },
    /** Somebody else's change, told by an event. */
    changeElsewhere(id: string, fields: Partial<TodoView>, actorId = BOB): void {
      const todo = find(id);
      const change = commit(undefined, [todo], [changed(todo, fields)], actorId);
      listeners.forEach((one) => one.onEvent({ name: 'change', data: JSON.stringify(change) }));
    },
  };
}

type Asked = { [Name in 'assigneeId' | 'request' | 'reason']: EditTodoBody[Name] | undefined };

/** What becomes of a to-do by one of these; nothing where neither was said. */
function requestFields({ listId }: TodoView, { assigneeId, request, reason = '' }: Asked): Partial<TodoView> {
  if (assigneeId !== undefined) {
    if (!listId.startsWith('person:') || assigneeId === null) return { assigneeId };
    return {
      ...{ assigneeId, listId: `person:${assigneeId}`, number: 0 },
      ...{ state: 'waiting', request: 'waiting', requestedAt: NOON },
    };
  }
  if (request === undefined) return {};
  if (request === 'bumped') return { requestedAt: NOON };
  if (request === 'taken_back') return { listId: LIST, state: 'open', request: null, assigneeId: ALICE };
  return { state: request === 'accepted' ? 'open' : request, request, requestReason: reason };
}

const USUAL_SETTINGS: PersonSettings = {
  ...{ zone: 'UTC', weekStart: 'MO', clock: 24, remindBefore: 0, remindAt: '09:00', quiet: 'off' },
  digest: { on: false, at: '08:30', days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
  ...{ requests: 'all', blocked: [], reaction: 'off', tellThread: 'off' },
};

const whenOf = (due: string | null) =>
  due === null
    ? { due: null, dueAt: null, dueZone: null }
    : { due, dueAt: momentOf(due, 'UTC'), dueZone: 'UTC' };

/** With the time of day that it has, where that is still to come. */
function snoozedTo({ due }: TodoView, day: string) {
  const timed = `${day}${due?.slice(10) ?? ''}`;
  return whenOf(momentOf(timed, 'UTC') > NOON ? timed : day);
}

/** As much of the date reader as tests need: the day after {@link NOON}, with a time or a rule. */
function understood(said: string, list?: ListRef): SeenReading {
  const name = list === undefined || list === 'me' ? null : /\s*@bob$/.exec(said);
  const text = said.slice(0, name?.index);
  const assignee = name === null ? null : { userId: BOB, username: 'bob' };
  const named = name === null ? [] : [{ from: name.index, to: said.length }];
  const found = /\s*\b(tomorrow|friday 5pm)( every month)?/.exec(text);
  const wrong = text.includes('31 february') ? 'There is no 31 February.' : null;
  const none = { due: null, repeat: null, repeatFrom: 'due', repeatWords: '' } as const;
  if (found === null) return { ...none, text, spans: named, wrong, assignee };
  const { index, 0: words } = found;
  return {
    ...none,
    text: text.replace(words, ''),
    due: found[1] === 'tomorrow' ? '2026-11-28' : '2026-12-04T17:00',
    ...(found[2] === undefined ? {} : { repeat: 'FREQ=MONTHLY', repeatWords: 'every month' }),
    spans: [{ from: index, to: index + words.length }, ...named],

    wrong,
    assignee,
  };
}

export type FakeBackend = ReturnType<typeof makeFakeBackend>;
