import type { Act } from '../contract/vocabulary.ts';
import { withDefaultReminders } from '../reminders/default-reminder.ts';
import { reschedule } from '../reminders/reschedule.ts';
import { takeMarkAway } from '../replies/mark-of-change.ts';
import { rescheduleRequests } from '../requests/request-wake-ups.ts';
import { touchRequestPosts } from '../requests/touch-request-posts.ts';
import { scheduleTelling } from '../told-threads/thread-wake-up.ts';
import { AppError } from '../shared/app-error.ts';
import type { Clock } from '../shared/time.ts';
import type { ActRequest } from './acts.ts';
import { difference } from './fields.ts';
import { isOfAnother, type ListId } from './list.ts';
import type { NewId } from './new-id.ts';
import { NOBODY } from './nobody.ts';
import type { ChangeHeader, LockedLists, Plan, Planner, Touches } from './plan.ts';
import type { Change, HistoryLine, ListRow, Move, TodoStore, TodoWriter } from './ports.ts';
import { listsOf, recount, type Step } from './recount.ts';
import { NOTHING_WRITTEN, repeatedChange } from './repeated-change.ts';
import type { ChangeId, Todo } from './todo.ts';
import { nobodyBut, whomItConcerns } from './whom-it-concerns.ts';

export interface ActDeps {
  store: TodoStore;
  now: Clock;
  newId: NewId;
  /** Hears of each change that is written, just before it is committed. */
  onWritten?: (change: Change) => void;
}

/** So often it is looked again where to-dos are that others send to and fro meanwhile. */
const TRIES = 5;

/** A to-do is in a list that was not locked: it was sent on, or taken back, since its list was looked up. */
class WentOn extends AppError {
  constructor() {
    super('version_conflict', 'The to-do was sent on or taken back in the meantime. Look at it again.');
  }
}

/** The way of every act: lock the lists, look the key up, plan, save, queue the replies; all in one transaction. */
export function makeChangeList({ store, now, newId, onWritten }: ActDeps) {
  const once = (request: ActRequest, act: Act, planner: Planner, others: readonly ListId[]) =>
    store.transaction(async (writer): Promise<Change> => {
      const header = { id: newId() as ChangeId, act, actorId: request.actorId, at: now() };
      const locked = await lockAll(writer, [request.listId, ...others]);
      const list = lockedList(locked, request.listId);
      if (request.requestKey !== undefined) {
        const earlier = await writer.claim(request.requestKey, header.id, header.at);
        if (earlier !== undefined)
          return repeatedChange(writer, list, header, earlier, () => planner(writer, list, locked));
      }
      const change = await carryOut(writer, locked, await planner(writer, list, locked), { ...header, list });
      const drafts = request.replies?.(change) ?? [];
      if (drafts.length > 0) await writer.enqueue(drafts, header.at);
      if (change.unchanged.length < change.todos.length) onWritten?.(change);
      return change;
    });

  return async (request: ActRequest, act: Act, planner: Planner, touches?: Touches): Promise<Change> => {
    refuseListOfAnother(request);
    for (let tries = 1; ; tries += 1) {
      const others = touches === undefined ? [] : await touches(store);
      try {
        return await once(request, act, planner, others);
      } catch (error) {
        if (!(error instanceof WentOn) || tries === TRIES) throw error;
      }
    }
  };
}

/**
 * In the list of somebody else nobody acts, whatever rights they have to single to-dos there: those are given from their
 * own list.
 *
 * @throws {AppError} list_forbidden
 */
function refuseListOfAnother({ actorId, listId }: ActRequest): void {
  if (actorId === NOBODY || !isOfAnother(listId, actorId)) return;
  throw new AppError('list_forbidden', 'This is the list of somebody else. Nothing was changed.');
}

/** In the order of their ids, so that two who change the same lists never wait for one another. */
async function lockAll(writer: TodoWriter, ids: readonly ListId[]): Promise<LockedLists> {
  const locked = new Map<ListId, ListRow>();
  for (const id of [...new Set(ids)].sort()) locked.set(id, await writer.lock(id));
  return locked;
}

/** @throws {WentOn} when the list is not among them */
export function lockedList(locked: LockedLists, id: ListId): ListRow {
  const list = locked.get(id);
  if (list === undefined) throw new WentOn();
  return list;
}

async function carryOut(
  writer: TodoWriter,
  locked: LockedLists,
  plan: Plan,
  { list, ...header }: ChangeHeader & { list: ListRow },
): Promise<Change> {
  const known = new Map(plan.todos.map((todo) => [todo.id, todo]));
  const planned = plan.apply(header.at).map((after): Step => ({ before: known.get(after.id), after }));
  const { saysReminders = () => false } = plan;
  const steps = await withDefaultReminders(writer.people, planned, { ...header, saysReminders });
  const todos = steps.map(({ after }) => after);
  const changed = steps.filter((step) => step.before !== step.after);
  const unchanged = steps.filter((step) => step.before === step.after).map(({ after }) => after.id);
  const rest = { ...header, ...(plan.undone && { undone: plan.undone }), todos, unchanged };
  if (changed.length === 0) return { ...rest, list, ...NOTHING_WRITTEN, concerns: nobodyBut(list) };
  const touched = [...new Set(changed.flatMap(listsOf))];
  const counted = touched.map((id) => recount(lockedList(locked, id), changed));
  const concerns = whomItConcerns(changed);
  await writer.save({
    inserted: changed.filter(({ before }) => before === undefined).map(({ after }) => after),
    updated: changed.filter(({ before }) => before !== undefined).map(({ after }) => after),
    lists: counted,
    history: changed.map((step) =>
      historyLine(step, header, { madeIn: list.id, undoes: plan.undoes ?? null }),
    ),
    moves: changed.flatMap(moveOf),
    concerns,
  });
  await reschedule(writer.wakeUps, changed, header.at);
  await rescheduleRequests(writer.wakeUps, changed, header);
  await scheduleTelling(writer, changed, header);
  await touchRequestPosts(writer.livingPosts, changed, header.at);
  if (plan.undoes !== undefined) await takeMarkAway(writer, plan.undoes, header.at);
  const before = new Map(
    changed.flatMap((step) => (step.before === undefined ? [] : [[step.after.id, step.before]])),
  );
  return {
    ...rest,
    list: counted.find(({ id }) => id === list.id) ?? list,
    lists: counted,
    before,
    concerns,
  };
}

function historyLine(
  { before, after }: Step,
  header: ChangeHeader,
  { madeIn, undoes }: Pick<HistoryLine, 'madeIn' | 'undoes'>,
): HistoryLine {
  return {
    changeId: header.id,
    listId: after.listId,
    madeIn,
    todoId: after.id,
    actorId: header.actorId,
    act: header.act,
    at: header.at,
    ...difference(before, after),
    undoes,
  };
}

/** Only a to-do that somebody has goes from list to list. */
function moveOf({ before, after }: Step): Move[] {
  if (before === undefined || before.listId === after.listId || after.assigneeId === null) return [];
  return [{ todoId: after.id, from: placeOf(before), to: placeOf(after), toId: after.assigneeId }];
}

const placeOf = ({ listId, number }: Todo): Move['from'] => ({ listId, number });
