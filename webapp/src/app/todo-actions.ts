import type { ListKey, TodoView } from '@todo-node/server/contract/todo-view';
import type { RequestChange } from '@todo-node/server/contract/api';
import { randomId } from '../host/random-id.ts';
import { isOthersList, personListKey } from '../model/list-names.ts';
import type { ModelAction } from '../model/actions.ts';
import type { AddedRow, ModelState, Pending, PendingOf, SaidOfTime, Undoable } from '../model/state.ts';

export interface TodoActionsDeps {
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
  now: () => number;
  /** The outbox has something new. */
  poke: () => void;
  isSending: (requestId: string) => boolean;
}

type Act = Undoable['act'];

/** `null`: nobody takes it back. */
const REQUEST_ACTS: Record<RequestChange, Act | null> = {
  ...{ accepted: 'accept', declined: 'decline', taken_back: 'take_back', bumped: null },
};

/** What is said of a text, and the zone of whoever said it. */
type Read = Pick<PendingOf<'add'>, 'said' | 'zone' | 'to'>;
/** Where the change is one of several. */
type OfSeveral = Pick<Undoable, 'said' | 'group'> & { called?: string };
type Source = { postId: string; channelId: string };

/** What a person can do with to-dos. Each shows at once and is sent when it can be. */
export function makeTodoActions(deps: TodoActionsDeps) {
  const head = (listId: ListKey) => ({ requestId: randomId(24), listId, at: deps.now(), refusal: null });

  /** What one asked of somebody is changed from one's own list, wherever it is. */
  function headOf({ listId }: TodoView) {
    const own = personListKey(deps.read().me?.userId ?? '');
    return head(isOthersList(listId, own) ? own : listId);
  }

  function queue(
    pending: Pending,
    act: Act | null,
    text: string,
    restore: readonly TodoView[],
    more: OfSeveral = {},
  ): Pending {
    const { requestId, listId } = pending;
    const undoable = act === null ? null : { requestId, listId, act, text, changeId: null, restore, ...more };
    deps.dispatch({ type: 'todo-node/queued', pending, undoable });
    deps.poke();
    return pending;
  }

  const announce = (text: string): void => deps.dispatch({ type: 'todo-node/announced', text });

  /** Nothing is told that the backend may still refuse. */
  const announceWhenTaken = ({ requestId }: Pending, text: string): void =>
    deps.dispatch({ type: 'todo-node/announceWhenTaken', requestId, text });

  function setState(todo: TodoView, state: 'open' | 'done', { called = todo.text, ...more }: OfSeveral = {}) {
    const act = state === 'done' ? 'done' : 'reopen';
    return queue({ kind: 'state', ...head(todo.listId), todoId: todo.id, state }, act, called, [todo], more);
  }

  function remove(todo: TodoView, { called = todo.text, ...more }: OfSeveral = {}): Pending {
    return queue({ kind: 'delete', ...head(todo.listId), todoId: todo.id }, 'delete', called, [todo], more);
  }

  /** @returns the request that does so, where the change was sent already */
  function takeBack({ requestId: of, listId, changeId, restore }: Undoable): Pending[] {
    deps.dispatch({ type: 'todo-node/undone', requestId: of });
    const isWaiting = deps.read().outbox.some((other) => other.requestId === of);
    if (!isWaiting || deps.isSending(of))
      return [queue({ kind: 'undo', ...head(listId), of, changeId, restore }, null, '', [])];
    deps.dispatch({ type: 'todo-node/dropped', requestId: of });
    return [];
  }

  return {
    /** @param read what the person saw understood in the text, or kept as text, and who is asked; left out: the backend reads it */
    add(
      listId: ListKey,
      text: string,
      source: Source | null = null,
      notes = '',
      read?: Read,
    ): PendingOf<'add'> {
      const creatorId = deps.read().me?.userId ?? '';
      const more = { ...(notes === '' ? {} : { notes }), ...read };
      const pending = { kind: 'add' as const, ...head(listId), ...newRow(text), ...more, source, creatorId };
      queue(pending, 'add', text, []);
      return pending;
    },
    /**
     * Several, in one change that one undo takes back; in more where the backend cannot take them at once.
     *
     * @param nameOf what a change of so many is called
     */
    addMany(
      listId: ListKey,
      texts: readonly string[],
      nameOf: (count: number) => string,
    ): PendingOf<'add'>[] {
      const { me } = deps.read();
      const creatorId = me?.userId ?? '';
      return portionsOf(texts, me?.limits.atOnce ?? 1).map((portion) => {
        const [first, ...others] = portion;
        const more = others.map(newRow);
        const pending = {
          kind: 'add' as const,
          ...head(listId),
          ...newRow(first),
          more,
          source: null,
          creatorId,
        };
        queue(pending, 'add', others.length === 0 ? first : nameOf(portion.length), []);
        return pending;
      });
    },
    setState,
    /** @param words what the change of all of them is called, and what is said of it when it is made */
    several(
      todos: readonly TodoView[],
      act: 'done' | 'delete',
      { called, said }: { called: string; said: string },
    ): void {
      const more = { said, group: randomId(16), called };
      const change = act === 'done' ? (one: TodoView) => setState(one, 'done', more) : null;
      const last = todos.map(change ?? ((one) => remove(one, more))).at(-1);
      if (last !== undefined) announceWhenTaken(last, said);
    },
    /** Leaves a done to-do for a moment among the open ones, where it was seen last. */
    linger(todo: TodoView): void {
      deps.dispatch({ type: 'todo-node/lingers', todoId: todo.id });
    },
    /**
     * @param wanted `notes` only when they change, so that an edit of the text leaves them alone
     * @param read what the person saw understood in the text; without it all of the text stays text
     */
    edit(todo: TodoView, wanted: { text: string; notes?: string }, version: number, read?: Read): Pending {
      // A backend that knows of no dates refuses a body that speaks of them.
      const asText = deps.read().me?.readsDates === true ? { said: { readDates: false as const } } : {};
      const edit = { kind: 'edit' as const, todoId: todo.id, ...wanted, version };
      return queue({ ...edit, ...head(todo.listId), ...(read ?? asText) }, 'edit', wanted.text, [todo]);
    },
    setTime(todo: TodoView, said: SaidOfTime, zone: string): Pending {
      const act = said.snooze !== undefined ? 'snooze' : said.skip === true ? 'skip' : 'due';
      const isReminder = said.due === undefined && said.repeat === undefined && said.reminders !== undefined;
      const time = { kind: 'time' as const, todoId: todo.id, said, zone };
      return queue({ ...time, ...head(todo.listId) }, isReminder ? 'remind' : act, todo.text, [todo]);
    },
    /**
     * Gives to-dos another day, in one change a list, which are taken back together.
     *
     * @param dayOf one's day by the clock of whoever has it
     * @param words what the change of several is called, and what is said of it when it is made
     */
    moveTo(
      dayOf: (todo: TodoView) => string,
      zone: string,
      todos: readonly TodoView[],
      { called, said }: { called: string; said: string },
    ): void {
      const portions = Object.values(Object.groupBy(todos, (todo) => `${todo.listId} ${dayOf(todo)}`));
      const group = randomId(16);
      let last: Pending | undefined;
      for (const [first, ...others] of portions as [TodoView, ...TodoView[]][]) {
        const portion = [first, ...others];
        const moved = portion.map(({ id, number }) => ({ id, number }));
        const move = { kind: 'move' as const, todos: moved, day: dayOf(first), zone, ...head(first.listId) };
        last = queue(move, 'snooze', called, portion, { said, group });
      }
      if (last !== undefined) announceWhenTaken(last, said);
    },
    /** @param to `null`: nobody; somebody else than the owner of a person's list is sent the to-do and asked */
    assign(todo: TodoView, to: string | null, said: string): Pending {
      const assign = { kind: 'assign' as const, todoId: todo.id, to };
      return queue({ ...assign, ...headOf(todo) }, 'assign', todo.text, [todo], { said });
    },
    /** @param said where it can be taken back; asking again cannot */
    request(todo: TodoView, request: RequestChange, said: string, reason = ''): Pending {
      const change = { kind: 'request' as const, todoId: todo.id, request, reason };
      const act = REQUEST_ACTS[request];
      return queue({ ...change, ...headOf(todo) }, act, todo.text, [todo], { said });
    },
    remove,
    /** An external program knows no undo. */
    runProgram(listId: ListKey, verb: 'add' | 'done' | 'delete', text: string, ref: string | null): Pending {
      return queue({ kind: 'program', ...head(listId), verb, text, ref }, null, text, []);
    },
    /**
     * Takes a change back: out of the outbox when it was not sent yet, else by the backend.
     *
     * @param said when it has happened
     */
    undo(one: Undoable, said: string): void {
      const isOfIt = ({ requestId, group = requestId }: Undoable) => group === (one.group ?? one.requestId);
      const sent = deps.read().undoables.filter(isOfIt).flatMap(takeBack).at(-1);
      if (sent === undefined) announce(said);
      else announceWhenTaken(sent, said);
    },
    retry(requestId: string): void {
      deps.dispatch({ type: 'todo-node/released', requestId });
      deps.poke();
    },
    /** @param localId only this one of several that were added at once */
    discard(requestId: string, localId?: string): void {
      deps.dispatch({ type: 'todo-node/dropped', requestId, ...(localId === undefined ? {} : { localId }) });
    },
    announce,
    announceWhenTaken,
  };
}

const newRow = (text: string): AddedRow => ({ localId: `local-${randomId(16)}`, text });

/** In UTF-16 units: however its letters are written, a request of so many is no more than the backend reads. */
const MOST_LETTERS = 50_000;

/** In their order; a portion is what goes into one request. */
function portionsOf(texts: readonly string[], atOnce: number): [string, ...string[]][] {
  const portions: [string, ...string[]][] = [];
  let letters = 0;
  for (const text of texts) {
    const last = portions.at(-1);
    const isFit = last !== undefined && last.length < atOnce && letters + text.length <= MOST_LETTERS;
    if (isFit) last.push(text);
    else portions.push([text]);
    letters = text.length + (isFit ? letters : 0);
  }
  return portions;
}

export type TodoActions = ReturnType<typeof makeTodoActions>;
