import { namesOf } from '../callers/names-of.ts';
import { keptUntil, personAsked } from '../living-posts/living-post.ts';
import type { LivingPostReader } from '../living-posts/ports.ts';
import type { Show } from '../living-posts/shown.ts';
import { settingsOfPeople } from '../person-settings/settings-of-people.ts';
import { knownPeople } from '../reminders/known-people.ts';
import type { TellDeps } from '../reminders/whom-to-tell.ts';
import type { UserId } from '../shared/ids.ts';
import { personList } from '../todos/list.ts';
import type { TodoReader } from '../todos/ports.ts';
import { MAX_WAITING_FOR_ONE, type Todo, type TodoId } from '../todos/todo.ts';
import { askedAgain } from './asked-again.ts';
import { endedRequest, type EndedRequest } from './ended-request.ts';
import { requestsMessage } from './request-messages.ts';

export interface ShowRequestsDeps extends TellDeps {
  livingPosts: Pick<LivingPostReader, 'named'>;
  reader: Pick<TodoReader, 'requests' | 'findMany' | 'wentAway' | 'bumpedAt'>;
}

/** What a person was asked in one message: what of it waits, with its answers, and what became of the rest. */
export function makeShowRequests(deps: ShowRequestsDeps): Show {
  const { livingPosts, reader, accountOf, now } = deps;
  return async ({ key, about }) => {
    const personId = personAsked(about);
    const named = new Map((await livingPosts.named(key)).map((todo) => [todo.todoId, todo]));
    const until = keptUntil([...named.values()]);
    if (!(now() < until)) return undefined;
    const known = await knownPeople(deps, await settingsOfPeople(deps.people, [personId]));
    const person = known.get(personId);
    if (person === undefined) return undefined;
    const isNamed = ({ id }: { id: TodoId }) => named.has(id);
    const waiting = (await reader.requests(personId, MAX_WAITING_FOR_ONE)).filter(isNamed);
    const waitingIds = new Set(waiting.map(({ id }) => id));
    const ended = await endedOf(
      reader,
      personId,
      [...named.values()].filter(({ todoId }) => !waitingIds.has(todoId)),
    );
    const again = await askedAgain(reader, waiting, (id) => named.get(id)?.toldAt ?? 0);
    const names = await namesOf(accountOf, [
      ...waiting.map(({ creatorId }) => creatorId),
      ...ended.flatMap(peopleIn),
    ]);
    return { ...requestsMessage(waiting, { ...person, names, now: now() }, { until, again, ended }), until };
  };
}

/** What ended last stands last. */
const byLastChange = (one: Todo, other: Todo): number =>
  one.updatedAt - other.updatedAt || (one.id < other.id ? -1 : 1);

async function endedOf(
  reader: Pick<TodoReader, 'findMany' | 'wentAway'>,
  personId: UserId,
  named: readonly { todoId: TodoId; text: string }[],
): Promise<EndedRequest[]> {
  const ids = named.map(({ todoId }) => todoId);
  const todos = await reader.findMany(ids);
  const texts = new Map(named.map(({ todoId, text }) => [todoId, text]));
  const gone = await reader.wentAway(personList(personId), { ids });
  const away = new Map(gone.map((one) => [one.key, one]));
  return todos.sort(byLastChange).map((todo) => {
    const text = texts.get(todo.id) ?? '';
    return endedRequest(personId, todo, { text, away: away.get(todo.id) });
  });
}

const peopleIn = ({ todo: { creatorId }, fate }: EndedRequest): UserId[] =>
  typeof fate === 'object' ? [creatorId, fate.sentOnTo] : [creatorId];
