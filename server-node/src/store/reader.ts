import type { UserId } from '../shared/ids.ts';
import { thoseWithWords } from '../todos/match-words.ts';
import type { DueQuery, TodoReader, WentAway } from '../todos/ports.ts';
import type { ChangeId, Todo, TodoId } from '../todos/todo.ts';
import type { Flavour } from './flavour.ts';
import { readTexts } from './kept-texts.ts';
import { emptyList, numberIn, placeOf, toLine, toList, toTodo } from './mapping.ts';
import { readPage } from './page.ts';
import type { ReadQueries } from './read-queries.ts';
import type { Run } from './runner.ts';

/** @param textsOf what words are looked for in; inside a transaction they are read each time */
export function makeReader(
  run: Run,
  queries: ReadQueries,
  { asParameter }: Flavour,
  textsOf = readTexts(run, queries),
): TodoReader {
  const findMany = async (ids: readonly string[]): Promise<Todo[]> =>
    ids.length === 0 ? [] : (await run(queries.todosById({ ids: asParameter(ids) }))).map(toTodo);
  return {
    findMany,
    list: async (id) => {
      const [row] = await run(queries.list({ id }));
      return row === undefined ? emptyList(id) : toList(row);
    },
    page: (listId, query) => readPage(run, queries, listId, query),
    find: async (id) => (await run(queries.todo({ id }))).map(toTodo)[0],
    findByNumbers: async (listId, numbers) => {
      const stored = numbers.filter(isStorable);
      if (stored.length === 0) return [];
      return (await run(queries.todosByNumber({ listId, numbers: asParameter(stored) }))).map(toTodo);
    },
    findByWords: async (listId, { words, state, extent, limit }) => {
      const texts = await textsOf(listId, state);
      const fitting = (await thoseWithWords(texts, words, extent)).map(({ id }) => id);
      const shown = fitting.slice(0, limit);
      const found = new Map((await findMany(shown)).map((todo): [string, Todo] => [todo.id, todo]));
      return { todos: shown.flatMap((id) => found.get(id) ?? []), total: fitting.length };
    },
    due: async ({ limit, ...span }) => (await run(queries.due({ ...dueSpan(span), limit }))).map(toTodo),
    requests: async (personId, limit) => (await run(queries.requests({ personId, limit }))).map(toTodo),
    askers: async (personId) => {
      const rows = await run(queries.askers({ personId }));
      return new Map(rows.map((row) => [row.creator_id as UserId, Number(row.count)]));
    },
    sent: async ({ personId, doneAfter, limit }) => {
      const rest = await run(queries.sent({ personId, limit }));
      const done = await run(queries.sentAndDone({ personId, after: doneAfter, limit }));
      const newestFirst = [...rest, ...done].toSorted(
        (one, other) => (other.requested_at ?? 0) - (one.requested_at ?? 0) || other.number - one.number,
      );
      return newestFirst.slice(0, limit).map(toTodo);
    },
    mine: async (personId, limit) => (await run(queries.mine({ personId, limit }))).map(toTodo),
    wentAway: async (listId, which) => {
      if ('ids' in which) {
        if (which.ids.length === 0) return [];
        const rows = await run(queries.movedTodos({ listId, ids: asParameter(which.ids) }));
        const oldestFirst = rows.toSorted((one, other) => numberIn(one.place) - numberIn(other.place));
        const last = new Map(oldestFirst.map((row) => [row.todo_id, row]));
        return [...last.values()].map((row) => wentAway(row.todo_id, row));
      }
      const places = new Map(which.numbers.map((number) => [placeOf({ listId, number }), number]));
      const rows = await run(queries.movedPlaces({ places: asParameter([...places.keys()]) }));
      return rows.map((row) => wentAway(places.get(row.place) ?? 0, row));
    },
    madeOf: async (postId, limit) => (await run(queries.madeOf({ postId, limit }))).map(toTodo),
    dueElsewhere: async (personId, zone, limit) => {
      const due = await run(queries.dueElsewhere({ personId, zone, limit }));
      const rest = limit - due.length;
      const reminded =
        rest === 0 ? [] : await run(queries.remindedElsewhere({ personId, zone, limit: rest }));
      return [...due, ...reminded].map(toTodo);
    },
    peopleWithDue: async (after, limit) => {
      const people: UserId[] = [];
      for (let last: string = after; people.length < limit;) {
        const next = [
          ...(await run(queries.nextWithDue({ after: last }))),
          ...(await run(queries.nextReminded({ after: last }))),
        ].map(({ person_id: id }) => id);
        const [first] = next.sort(byBytes);
        if (first === undefined) break;
        last = first;
        people.push(last as UserId);
      }
      return people;
    },
    completers: async (ids) => {
      if (ids.length === 0) return new Map();
      const lines = await run(queries.linesOfAct({ ids: asParameter(ids), act: 'done' }));
      return new Map(lines.map((line) => [line.todo_id as TodoId, line.actor_id as UserId]));
    },
    bumpedAt: async (ids) => {
      if (ids.length === 0) return new Map();
      const lines = await run(queries.linesOfAct({ ids: asParameter(ids), act: 'bump' }));
      return new Map(lines.map((line) => [line.todo_id as TodoId, Number(line.at)]));
    },
    history: async (todoId, limit) => (await run(queries.history({ todoId, limit }))).map(toLine),
    change: async (id) => (await run(queries.change({ id }))).map(toLine),
    lastUndoable: async (listId, actorId) => {
      const [here] = await run(queries.lastUndoable({ listId, actorId }));
      const [elsewhere] = await run(queries.lastUndoableElsewhere({ listId, actorId }));
      const last = (here?.seq ?? 0) > (elsewhere?.seq ?? 0) ? here : elsewhere;
      return last?.change_id as ChangeId | undefined;
    },
    isUndone: async (id) => (await run(queries.undoOf({ id }))).length > 0,
  };
}

const wentAway = (key: string | number, row: { person_id: string; creator_id: string }): WentAway => ({
  key,
  toId: row.person_id as UserId,
  isBack: row.person_id === row.creator_id,
});

/** As both databases sort ids. */
const byBytes = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const dueSpan = ({ personId, after, until }: Omit<DueQuery, 'limit'>) => ({
  personId,
  after: after ?? Number.MIN_SAFE_INTEGER,
  until: until ?? Number.MAX_SAFE_INTEGER,
});

/** Larger ones cannot be there, and PostgreSQL would refuse the query. */
const isStorable = (number: number): boolean => Number.isInteger(number) && Math.abs(number) < 2 ** 31;
