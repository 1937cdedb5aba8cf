import { isPerson, type Account, type AccountOf } from '../callers/account.ts';
import { settingsFrom } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import { undisturbedUntil } from '../person-settings/undisturbed-until.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import { listOwner } from '../todos/list.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { eachOf } from './each-of.ts';
import type { ChannelSeen, Recipients } from './ports.ts';
import { reminderMessage, type Shown } from './reminder-message.ts';
import { wakeUpsOf } from './wake-ups-of.ts';

export interface RemindDeps {
  reader: Pick<TodoReader, 'findMany'>;
  people: PersonSettingsReader;
  accountOf: AccountOf;
  languages: Pick<Languages, 'of'>;
  recipients: Recipients;
  now: Clock;
}

/** What is known of a person before anything is said to them. */
type Known = Omit<Shown, 'now' | 'channelOf'> & { isGuest: boolean };

/** Reminds people of to-dos: all that is due for one at once, oldest first, in one message. */
export function makeRemind(deps: RemindDeps): WakeUpHandler {
  const { reader, recipients, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const people = [...new Set(wakeUps.map(({ personId }) => personId))];
      const known = await knownOf(deps, people);
      const quiet = await undisturbedUntil(deps, people, zonesOf(known), now());
      const later = new Map<WakeUpKey, EpochMs>();
      for (const { key, personId } of wakeUps) {
        const until = quiet.get(personId);
        if (until !== undefined) later.set(key, until);
      }
      const due = wakeUps.filter(({ key }) => !later.has(key));
      const channels = await channelsOf(recipients, due, await todosOf(reader, due));
      return { later, handOver: (writer, ones) => draftsOf(writer, ones, { known, channels, now: now() }) };
    },
  };
}

const zonesOf = (known: ReadonlyMap<UserId, Known>) => (person: UserId) => known.get(person)?.zone ?? 'UTC';

/** Those who are gone are left out. */
async function knownOf(
  { accountOf, people, languages, recipients }: RemindDeps,
  ids: readonly UserId[],
): Promise<Map<UserId, Known>> {
  const known = new Map<UserId, Known>();
  const [stored, siteUrl] = await Promise.all([people.settingsOf(ids), recipients.siteUrl()]);
  await eachOf(ids, async (personId) => {
    const account: Account | undefined = await accountOf(personId);
    if (!isPerson(account)) return;
    const { zone = account.timeZone ?? 'UTC' } = settingsFrom(stored.get(personId)?.document);
    const texts = textsIn(await languages.of(account));
    known.set(personId, { texts, personId, zone, siteUrl, isGuest: account.isGuest });
  });
  return known;
}

async function todosOf(
  reader: Pick<TodoReader, 'findMany'>,
  wakeUps: readonly TakenWakeUp[],
): Promise<Map<string, Todo>> {
  const ids = [...new Set(wakeUps.map(({ about }) => about as TodoId))];
  return new Map((await reader.findMany(ids)).map((todo) => [todo.id, todo]));
}

type Channels = ReadonlyMap<string, ChannelSeen>;
const placeOf = (personId: UserId, { listId }: Todo): string => `${personId} ${listId}`;

/** Whoever left a channel is not told any more of what is in its list. */
async function channelsOf(
  recipients: Recipients,
  wakeUps: readonly TakenWakeUp[],
  todos: ReadonlyMap<string, Todo>,
): Promise<Channels> {
  const channels = new Map<string, ChannelSeen>();
  await eachOf(wakeUps, async ({ personId, about }) => {
    const todo = todos.get(about);
    const owner = todo === undefined ? undefined : listOwner(todo.listId);
    if (todo === undefined || owner?.kind !== 'channel' || channels.has(placeOf(personId, todo))) return;
    channels.set(placeOf(personId, todo), await recipients.channelSeenBy(personId, owner.channelId));
  });
  return channels;
}

interface Facts {
  known: ReadonlyMap<UserId, Known>;
  channels: Channels;
  now: EpochMs;
}

async function draftsOf(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, channels, now }: Facts,
): Promise<ReplyDraft[]> {
  const todos = await todosOf(writer, wakeUps);
  const messages = new Map<UserId, Todo[]>();
  for (const wakeUp of wakeUps) {
    const todo = todos.get(wakeUp.about);
    const person = known.get(wakeUp.personId);
    if (todo === undefined || person === undefined || !isWanted(wakeUp, todo)) continue;
    if (!mayKnow(person, todo, channels)) continue;
    const said = messages.get(wakeUp.personId) ?? [];
    messages.set(wakeUp.personId, said);
    if (!said.includes(todo)) said.push(todo);
  }
  return [...messages].map(([personId, said]) => {
    const person = known.get(personId) as Known;
    const channelOf = (todo: Todo) => channels.get(placeOf(personId, todo));
    return {
      target: { kind: 'direct', userId: personId },
      ...reminderMessage(said, { ...person, now, channelOf }),
    };
  });
}

/** A process one version before changes to-dos without a thought of their wake-ups. */
const isWanted = ({ key, at, personId }: TakenWakeUp, todo: Todo): boolean =>
  wakeUpsOf(todo).some((one) => one.key === key && one.at === at && one.personId === personId);

function mayKnow(person: Known, todo: Todo, channels: Channels): boolean {
  switch (listOwner(todo.listId).kind) {
    case 'person':
      return true;
    case 'shared':
      return !person.isGuest;
    case 'channel':
      return (channels.get(placeOf(person.personId, todo))?.mayRead ?? false) !== false;
  }
}
