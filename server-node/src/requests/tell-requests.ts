import { namesOf, type Names } from '../callers/names-of.ts';
import {
  aboutAsked,
  EDIT_EVERY_MS,
  keptUntil,
  livingWakeUp,
  queuedPost,
  requestsPostKey,
} from '../living-posts/living-post.ts';
import { markOf } from '../living-posts/shown.ts';
import type { KnownPeople } from '../reminders/known-people.ts';
import { whomToTell, type TellDeps } from '../reminders/whom-to-tell.ts';
import type { ReplyDraft, ReplyId } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { NewId } from '../todos/new-id.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import { MAX_WAITING_FOR_ONE, type Todo, type TodoId } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { aboutOfEach } from './about-of-each.ts';
import { askedAgain } from './asked-again.ts';
import { requestsMessage, type Message } from './request-messages.ts';
import { bumpKey, GATHER_REQUESTS_MS, requestKey } from './request-wake-ups.ts';

export interface TellRequestsDeps extends TellDeps {
  reader: Pick<TodoReader, 'requests'>;
  newId: NewId;
}

interface Facts {
  known: KnownPeople;
  names: Names;
  newId: NewId;
  now: EpochMs;
}

/** Tells people what others ask of them: all that still waits, and was not told yet, in one message. */
export function makeTellRequests(deps: TellRequestsDeps): WakeUpHandler {
  const { reader, accountOf, newId, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const askers = new Set<UserId>();
      for (const personId of known.keys())
        for (const { creatorId } of await reader.requests(personId, MAX_WAITING_FOR_ONE))
          askers.add(creatorId);
      const names = await namesOf(accountOf, askers);
      return {
        later,
        handOver: (writer, ones) => handOver(writer, ones, { known, names, newId, now: now() }),
      };
    },
  };
}

async function handOver(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, names, newId, now }: Facts,
): Promise<ReplyDraft[]> {
  const drafts: ReplyDraft[] = [];
  for (const [personId, due] of aboutOfEach(wakeUps)) {
    const person = known.get(personId);
    if (person === undefined) continue;
    const waiting = await writer.requests(personId, MAX_WAITING_FOR_ONE);
    const since = firstDueAt(wakeUps, personId) - GATHER_REQUESTS_MS;
    const asked = waiting.filter(({ id, requestedAt }) => due.has(id) || (requestedAt ?? 0) > since);
    const inMessages = await toldAlready(writer, personId, asked);
    const told = asked.filter(({ id }) => !inMessages.has(id));
    if (!told.some(({ id }) => due.has(id))) continue;
    await writer.wakeUps.unschedule(told.flatMap(({ id }) => [requestKey(id), bumpKey(id)]));
    const until = keptUntil([{ toldAt: now }]);
    const again = await askedAgain(writer, told, () => now);
    const message = requestsMessage(told, { ...person, names, now }, { until, again });
    const id = newId() as ReplyId;
    drafts.push({ id, target: { kind: 'direct', userId: personId }, ...message });
    await keepTrue(writer, { personId, replyId: id, message, told, now });
  }
  return drafts;
}

/** From then on more may have become due than was taken: it is said in the same message. */
const firstDueAt = (wakeUps: readonly TakenWakeUp[], personId: UserId): EpochMs =>
  Math.min(...wakeUps.filter((one) => one.personId === personId).map(({ dueAt }) => dueAt));

/**
 * Which of them a message that is kept true has offered since they were asked for last: when it is undone that they were
 * taken back, that message has its answers again.
 */
async function toldAlready(
  { livingPosts }: TodoWriter,
  personId: UserId,
  asked: readonly Todo[],
): Promise<Set<TodoId>> {
  const requestedAt = new Map(asked.map((todo) => [todo.id, todo.requestedAt ?? 0]));
  const named = await livingPosts.namedAbout(aboutAsked(personId), [...requestedAt.keys()]);
  return new Set(
    named
      .filter(({ todoId, toldAt }) => toldAt >= (requestedAt.get(todoId) ?? 0))
      .map(({ todoId }) => todoId),
  );
}

/** A change of this very moment may have found no message that names its to-do, so this one is looked at in any case. */
async function keepTrue(
  { livingPosts, wakeUps }: TodoWriter,
  {
    personId,
    replyId,
    message,
    told,
    now,
  }: { personId: UserId; replyId: ReplyId; message: Message; told: readonly Todo[]; now: EpochMs },
): Promise<void> {
  const key = requestsPostKey(replyId);
  const about = aboutAsked(personId);
  await livingPosts.put(queuedPost({ key, kind: 'requests', about, replyId, shown: markOf(message) }, now));
  await livingPosts.name(
    key,
    told.map(({ id: todoId, text }) => ({ todoId, text, toldAt: now })),
  );
  await wakeUps.schedule([livingWakeUp(key, now + EDIT_EVERY_MS)]);
}
