import { settingsFrom, type Digest } from '../person-settings/person-settings.ts';
import type { Known } from '../reminders/known-people.ts';
import { mayBeTold, seenChannels } from '../reminders/readable-by.ts';
import { whomToTell, type Facts, type TellDeps } from '../reminders/whom-to-tell.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import { HOUR_MS, type EpochMs } from '../shared/time.ts';
import { personList } from '../todos/list.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import { daysAt } from '../todos/views.ts';
import type { Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { digestMessage } from './digest-message.ts';
import { nextDigest } from './next-digest.ts';

export interface SendDigestsDeps extends TellDeps {
  reader: Pick<TodoReader, 'due'>;
}

/** More than anybody reads; the rows that do not fit are counted. */
const MOST_ROWS = 100;

/** Tells people who want it what is overdue and due today, when there is something to tell. */
export function makeSendDigests(deps: SendDigestsDeps): WakeUpHandler {
  const { reader, recipients, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const told: { personId: UserId; todo: Todo }[] = [];
      for (const person of known.values())
        for (const todo of await dueFor(reader, person, now()))
          told.push({ personId: person.personId, todo });
      const channels = await seenChannels(recipients, told);
      return { later, handOver: (writer, ones) => handOver(writer, ones, { known, channels, now: now() }) };
    },
  };
}

export const dueFor = (
  reader: Pick<TodoReader, 'due'>,
  { personId, zone }: Pick<Known, 'personId' | 'zone'>,
  now: EpochMs,
): Promise<Todo[]> => reader.due({ personId, until: daysAt(now, zone).todayEndsAt, limit: MOST_ROWS });

/** The next one is scheduled whether or not there is something to say today. */
async function handOver(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, channels, now }: Facts,
): Promise<ReplyDraft[]> {
  const stored = await writer.people.settingsOf(wakeUps.map(({ personId }) => personId));
  const drafts: ReplyDraft[] = [];
  for (const { personId, about } of wakeUps) {
    const person = known.get(personId);
    const { digest } = settingsFrom(stored.get(personId)?.document);
    if (person === undefined || !digest.on) continue;
    await writer.wakeUps.schedule([nextDigest(personId, digest, { zone: person.zone, now })]);
    if (about !== person.zone && !isAround(digest, person, now)) continue;
    const todos = (await dueFor(writer, person, now)).filter((todo) => mayBeTold(person, todo, channels));
    if (todos.length === 0) continue;
    const { openCount } = await writer.list(personList(personId));
    const channelOf = (todo: Todo) => channels.of(personId, todo);
    const message = digestMessage({ todos, openCount, digest }, { ...person, now, channelOf });
    drafts.push({ target: { kind: 'direct', userId: personId }, ...message });
  }
  return drafts;
}

/** One that was reckoned in the zone where somebody was before is not said at another time of day. */
function isAround(digest: Digest, { personId, zone }: Known, now: EpochMs): boolean {
  return nextDigest(personId, digest, { zone, now: now - HOUR_MS }).at <= now;
}
