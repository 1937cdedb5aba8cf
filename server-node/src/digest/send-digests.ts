import { settingsFrom, type Digest } from '../person-settings/person-settings.ts';
import { digestPostKey, EDIT_EVERY_MS, livingWakeUp, queuedPost } from '../living-posts/living-post.ts';
import { markOf } from '../living-posts/shown.ts';
import type { Known, KnownPeople } from '../reminders/known-people.ts';
import { mayBeTold, seenChannels, type SeenChannels } from '../reminders/readable-by.ts';
import type { Message } from '../reminders/reminder-message.ts';
import { shownTo, whomToTell, type Facts, type TellDeps } from '../reminders/whom-to-tell.ts';
import type { ReplyDraft, ReplyId } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import { HOUR_MS, type EpochMs } from '../shared/time.ts';
import { personList } from '../todos/list.ts';
import type { NewId } from '../todos/new-id.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import { daysAt } from '../todos/views.ts';
import type { Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { digestMessage, type Overview } from './digest-message.ts';
import { nextDigest } from './next-digest.ts';

export interface SendDigestsDeps extends TellDeps {
  reader: Pick<TodoReader, 'due'>;
  newId: NewId;
}

/** More than anybody reads; the rows that do not fit are counted. */
const MOST_ROWS = 100;

/** Tells people who want it what is overdue and due today, when there is something to tell. */
export function makeSendDigests(deps: SendDigestsDeps): WakeUpHandler {
  const { newId, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const channels = await channelsOfDue(deps, known);
      return {
        later,
        handOver: (writer, ones) => handOver(writer, ones, { known, channels, newId, now: now() }),
      };
    },
  };
}

/** Those of all that is due now. @throws {AppError} mattermost_unavailable */
export async function channelsOfDue(
  { reader, recipients, now }: Pick<SendDigestsDeps, 'reader' | 'recipients' | 'now'>,
  known: KnownPeople,
): Promise<SeenChannels> {
  const told: { personId: UserId; todo: Todo }[] = [];
  for (const person of known.values())
    for (const todo of await dueFor(reader, person, now())) told.push({ personId: person.personId, todo });
  return seenChannels(recipients, told);
}

export const dueFor = (
  reader: Pick<TodoReader, 'due'>,
  { personId, zone }: Pick<Known, 'personId' | 'zone'>,
  now: EpochMs,
): Promise<Todo[]> => reader.due({ personId, until: daysAt(now, zone).todayEndsAt, limit: MOST_ROWS });

/** What there is to say to somebody. */
export async function overviewFor(
  reader: Pick<TodoReader, 'due' | 'list'>,
  person: Known,
  { channels, now }: Omit<Facts, 'known'>,
): Promise<Pick<Overview, 'todos' | 'openCount'>> {
  const todos = (await dueFor(reader, person, now)).filter((todo) => mayBeTold(person, todo, channels));
  const { openCount } = await reader.list(personList(person.personId));
  return { todos, openCount };
}

/** The next one is scheduled whether or not there is something to say today. */
async function handOver(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, channels, newId, now }: Facts & Pick<SendDigestsDeps, 'newId'>,
): Promise<ReplyDraft[]> {
  const stored = await writer.people.settingsOf(wakeUps.map(({ personId }) => personId));
  const drafts: ReplyDraft[] = [];
  for (const { personId, about } of wakeUps) {
    const person = known.get(personId);
    const { digest } = settingsFrom(stored.get(personId)?.document);
    if (person === undefined || !digest.on) continue;
    await writer.wakeUps.schedule([nextDigest(personId, digest, { zone: person.zone, now })]);
    if (about !== person.zone && !isAround(digest, person, now)) continue;
    const overview = await overviewFor(writer, person, { channels, now });
    if (overview.todos.length === 0) {
      await writer.livingPosts.forget(digestPostKey(personId));
      continue;
    }
    const message = digestMessage({ ...overview, digest }, shownTo(person, { channels, now }));
    const id = newId() as ReplyId;
    drafts.push({ id, target: { kind: 'direct', userId: personId }, ...message });
    await keepTrue(writer, { personId, replyId: id, message, now });
  }
  return drafts;
}

/**
 * From now on this one is kept true, and no longer the one before. Where there was none, a change of this very moment
 * knew of none either, so that it is looked at in any case.
 */
async function keepTrue(
  { livingPosts, wakeUps }: TodoWriter,
  { personId, replyId, message, now }: { personId: UserId; replyId: ReplyId; message: Message; now: EpochMs },
): Promise<void> {
  const key = digestPostKey(personId);
  const before = await livingPosts.lock(key);
  const about = personList(personId);
  await livingPosts.put(queuedPost({ key, kind: 'digest', about, replyId, shown: markOf(message) }, now));
  if (before === undefined) await wakeUps.schedule([livingWakeUp(key, now + EDIT_EVERY_MS)]);
}

/** One that was reckoned in the zone where somebody was before is not said at another time of day. */
function isAround(digest: Digest, { personId, zone }: Known, now: EpochMs): boolean {
  return nextDigest(personId, digest, { zone, now: now - HOUR_MS }).at <= now;
}
