import type { Act } from '../contract/vocabulary.ts';
import type { UserId } from '../shared/ids.ts';
import { SECOND_MS, type EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import { isReceived, type Todo, type TodoId } from '../todos/todo.ts';
import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';

/** So long what is asked one after the other is gathered for one message, and can be taken back without a word. */
export const GATHER_REQUESTS_MS = 3 * SECOND_MS;
/** So long at least an answer can be taken back without a word. */
export const GATHER_OUTCOMES_MS = 5 * SECOND_MS;

/** How a request ends for whoever asked. */
export type Outcome = 'accepted' | 'declined' | 'done';

/** What became of a to-do that somebody asked of somebody else; undefined while nothing has, and for all others. */
export function outcomeOf(
  todo: Pick<Todo, 'state' | 'request' | 'listId' | 'creatorId'>,
): Outcome | undefined {
  const { state, request } = todo;
  if (request === null || !isReceived(todo)) return undefined;
  if (state === 'done' || state === 'declined') return state;
  return state === 'open' && request === 'accepted' ? 'accepted' : undefined;
}

export const requestKey = (id: TodoId): WakeUpKey => `request:${id}` as WakeUpKey;
/** Asking again has one of its own: taken back, it leaves what is still to be said of the request itself. */
export const bumpKey = (id: TodoId): WakeUpKey => `bump:${id}` as WakeUpKey;
const outcomeKey = (id: TodoId): WakeUpKey => `outcome:${id}` as WakeUpKey;

interface Made {
  act: Act;
  actorId: UserId;
  at: EpochMs;
}

/**
 * Brings what is to be told of requests up to date, in the transaction of the change: to whoever was asked that they
 * are, and to whoever asked what became of it. Nobody is told of what they did themselves.
 */
export async function rescheduleRequests(
  writer: WakeUpWriter,
  steps: readonly Step[],
  made: Made,
): Promise<void> {
  const gone: WakeUpKey[] = [];
  const put: WakeUp[] = [];
  for (const step of steps) {
    const { before, after } = step;
    if (isAsked(step, made)) put.push(...requestOf(requestKey(after.id), step, made));
    else if (before?.state === 'waiting' && after.state !== 'waiting')
      gone.push(requestKey(after.id), bumpKey(after.id));
    else if (isBumped(step) && made.act === 'undo') gone.push(bumpKey(after.id));
    else if (isBumped(step)) put.push(...requestOf(bumpKey(after.id), step, made));
    if (isSameOutcome(step)) continue;
    const told = outcomeWakeUp(step, made);
    put.push(...told);
    if (told.length === 0) gone.push(outcomeKey(after.id));
  }
  if (gone.length > 0) await writer.unschedule(gone);
  if (put.length > 0) await writer.schedule(put);
}

/** Whether this change asked for it or sent it on; not when whoever has to answer put it back. */
function isAsked({ before, after }: Step, { actorId }: Made): boolean {
  if (after.state !== 'waiting' || after.assigneeId === actorId) return false;
  return before?.state !== 'waiting' || before.listId !== after.listId;
}

/** Whether this change asked again, or took that back. */
const isBumped = ({ before, after }: Step): boolean =>
  after.state === 'waiting' && before?.state === 'waiting' && before.requestedAt !== after.requestedAt;

function requestOf(key: WakeUpKey, { after: { id, assigneeId } }: Step, { at }: Made): WakeUp[] {
  if (assigneeId === null) return [];
  return [{ key, at: at + GATHER_REQUESTS_MS, kind: 'request', personId: assigneeId, about: id }];
}

export const isSameOutcome = ({ before, after }: Step): boolean =>
  before === undefined || outcomeOf(before) === outcomeOf(after);

/** Answers that come one after the other are told at the same moment. */
const momentOfOutcomes = (at: EpochMs): EpochMs =>
  Math.ceil((at + GATHER_OUTCOMES_MS) / GATHER_OUTCOMES_MS) * GATHER_OUTCOMES_MS;

function outcomeWakeUp({ before, after }: Step, { act, actorId, at }: Made): WakeUp[] {
  const { id, creatorId: personId } = after;
  const outcome = outcomeOf(after);
  if (outcome === undefined || personId === actorId) return [];
  // What is opened again was told as accepted; what is taken back at once was not told yet.
  if (before !== undefined && outcomeOf(before) === 'done' && outcome === 'accepted') return [];
  if (act === 'undo' && before !== undefined && at - before.updatedAt < GATHER_OUTCOMES_MS) return [];
  return [{ key: outcomeKey(id), at: momentOfOutcomes(at), kind: 'outcome', personId, about: id }];
}
