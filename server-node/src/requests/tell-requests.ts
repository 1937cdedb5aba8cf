import { namesOf, type Names } from '../callers/names-of.ts';
import type { KnownPeople } from '../reminders/known-people.ts';
import { whomToTell, type TellDeps } from '../reminders/whom-to-tell.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import { MAX_WAITING_FOR_ONE, type Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { aboutOfEach } from './about-of-each.ts';
import { requestsMessage } from './request-messages.ts';
import { bumpKey, GATHER_REQUESTS_MS, requestKey } from './request-wake-ups.ts';

export interface TellRequestsDeps extends TellDeps {
  reader: Pick<TodoReader, 'requests'>;
}

interface Facts {
  known: KnownPeople;
  names: Names;
  now: EpochMs;
}

/** Tells people what others ask of them: all that still waits, and was not told yet, in one message. */
export function makeTellRequests(deps: TellRequestsDeps): WakeUpHandler {
  const { reader, accountOf, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const askers = new Set<UserId>();
      for (const personId of known.keys())
        for (const { creatorId } of await reader.requests(personId, MAX_WAITING_FOR_ONE))
          askers.add(creatorId);
      const names = await namesOf(accountOf, askers);
      return { later, handOver: (writer, ones) => handOver(writer, ones, { known, names, now: now() }) };
    },
  };
}

async function handOver(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, names, now }: Facts,
): Promise<ReplyDraft[]> {
  const drafts: ReplyDraft[] = [];
  for (const [personId, due] of aboutOfEach(wakeUps)) {
    const person = known.get(personId);
    if (person === undefined) continue;
    const waiting = await writer.requests(personId, MAX_WAITING_FOR_ONE);
    if (!waiting.some(({ id }) => due.has(id))) continue;
    const isNew = ({ id, requestedAt }: Todo) =>
      !due.has(id) && (requestedAt ?? 0) > now - GATHER_REQUESTS_MS;
    const told = waiting.filter((todo) => due.has(todo.id) || isNew(todo));
    await writer.wakeUps.unschedule(told.flatMap(({ id }) => [requestKey(id), bumpKey(id)]));
    const message = requestsMessage(told, { ...person, names, now });
    drafts.push({ target: { kind: 'direct', userId: personId }, ...message });
  }
  return drafts;
}
