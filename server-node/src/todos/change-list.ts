import type { Act } from '../contract/vocabulary.ts';
import { withDefaultReminders } from '../reminders/default-reminder.ts';
import { reschedule } from '../reminders/reschedule.ts';
import type { Clock } from '../shared/time.ts';
import type { ActRequest } from './acts.ts';
import { difference } from './fields.ts';
import type { NewId } from './new-id.ts';
import type { ChangeHeader, Plan, Planner } from './plan.ts';
import type { Change, HistoryLine, ListRow, TodoStore, TodoWriter } from './ports.ts';
import { recount, type Step } from './recount.ts';
import { repeatedChange } from './repeated-change.ts';
import type { ChangeId } from './todo.ts';
import { nobodyBut, whomItConcerns } from './whom-it-concerns.ts';

export interface ActDeps {
  store: TodoStore;
  now: Clock;
  newId: NewId;
  /** Hears of each change that is written, just before it is committed. */
  onWritten?: (change: Change) => void;
}

/** The way of every act: lock the list, look the key up, plan, save, queue the replies; all in one transaction. */
export function makeChangeList({ store, now, newId, onWritten }: ActDeps) {
  return (request: ActRequest, act: Act, planner: Planner): Promise<Change> =>
    store.transaction(async (writer) => {
      const header = { id: newId() as ChangeId, act, actorId: request.actorId, at: now() };
      const list = await writer.lock(request.listId);
      if (request.requestKey !== undefined) {
        const earlier = await writer.claim(request.requestKey, header.id, header.at);
        if (earlier !== undefined) return repeatedChange(writer, list, header, earlier, planner);
      }
      const change = await carryOut(writer, list, await planner(writer, list), header);
      const drafts = request.replies?.(change) ?? [];
      if (drafts.length > 0) await writer.enqueue(drafts, header.at);
      if (change.unchanged.length < change.todos.length) onWritten?.(change);
      return change;
    });
}

async function carryOut(
  writer: TodoWriter,
  list: ListRow,
  plan: Plan,
  header: ChangeHeader,
): Promise<Change> {
  const before = new Map(plan.todos.map((todo) => [todo.id, todo]));
  const planned = plan.apply(header.at).map((after): Step => ({ before: before.get(after.id), after }));
  const { saysReminders = () => false } = plan;
  const steps = await withDefaultReminders(writer.people, planned, { ...header, saysReminders });
  const todos = steps.map(({ after }) => after);
  const changed = steps.filter((step) => step.before !== step.after);
  const unchanged = steps.filter((step) => step.before === step.after).map(({ after }) => after.id);
  if (changed.length === 0) return { ...header, todos, unchanged, list, concerns: nobodyBut(list) };
  const counted = recount(list, changed);
  const concerns = whomItConcerns(changed);
  await writer.save({
    inserted: changed.filter(({ before }) => before === undefined).map(({ after }) => after),
    updated: changed.filter(({ before }) => before !== undefined).map(({ after }) => after),
    list: counted,
    history: changed.map((step) => historyLine(step, header, plan.undoes ?? null)),
    concerns,
  });
  await reschedule(writer.wakeUps, changed, header.at);
  return { ...header, todos, unchanged, list: counted, concerns };
}

function historyLine({ before, after }: Step, header: ChangeHeader, undoes: ChangeId | null): HistoryLine {
  return {
    changeId: header.id,
    listId: after.listId,
    todoId: after.id,
    actorId: header.actorId,
    act: header.act,
    at: header.at,
    ...difference(before, after),
    undoes,
  };
}
