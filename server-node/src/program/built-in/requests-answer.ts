import type { Colleagues } from '../../callers/colleagues.ts';
import { namesOf } from '../../callers/names-of.ts';
import type { Recipients } from '../../reminders/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import { DAY_MS } from '../../shared/time.ts';
import type { Acts } from '../../todos/acts.ts';
import { personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesOfRequests, choicesOfSent } from '../answers/choices-of-requests.ts';
import { howToAnswer, rowReceived, rowSent } from '../answers/request-rows.ts';
import { inRows, MOST_ROWS } from '../answers/rows.ts';
import type { Seen } from '../answers/when-chips.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { rowsOfPerson } from './rows-of-person.ts';

export interface RequestsDeps {
  acts: Pick<Acts, 'requests' | 'sent' | 'mine'>;
  colleagues: Pick<Colleagues, 'accountOf'>;
  recipients: Pick<Recipients, 'channelSeenBy' | 'siteUrl'>;
}

interface Asked {
  personId: UserId;
  texts: Texts;
  seen: Seen;
}

/** As many as there may be. */
const MOST_READ = 500;
/** What is done is shown to whoever asked for so long. */
const DONE_SHOWN_MS = 14 * DAY_MS;

/** What waits for a person's answer, what was asked for first at the top. */
export async function requestsAnswer(deps: RequestsDeps, { personId, texts, seen }: Asked): Promise<Answer> {
  const { people, list } = texts;
  const todos = await deps.acts.requests(personId, MOST_READ);
  if (todos.length === 0) return told(people.noRequests);
  const shown = todos.slice(0, MOST_ROWS);
  const names = await namesOf(
    deps.colleagues.accountOf,
    shown.map(({ creatorId }) => creatorId),
  );
  const rows = shown.map((todo) => rowReceived(texts, todo, seen, names));
  const text = `${people.requests(todos.length)}\n${inRows(rows, list.more, todos.length)}\n${howToAnswer(texts, todos)}`;
  return { ...told(text), choices: choicesOfRequests(texts, personId, todos) };
}

/** What a person asked of others and what became of it, the newest at the top. */
export async function sentAnswer(deps: RequestsDeps, { personId, texts, seen }: Asked): Promise<Answer> {
  const { people, list } = texts;
  const doneAfter = seen.at - DONE_SHOWN_MS;
  const todos = await deps.acts.sent({ personId, doneAfter, limit: MOST_READ });
  if (todos.length === 0) return told(people.nothingSent);
  const shown = todos.slice(0, MOST_ROWS);
  const names = await namesOf(
    deps.colleagues.accountOf,
    shown.map(({ assigneeId, creatorId }) => assigneeId ?? creatorId),
  );
  const rows = shown.map((todo) => rowSent(texts, todo, seen, names));
  const text = `${people.sent(todos.length)}\n${inRows(rows, list.more, todos.length)}`;
  return { ...told(text), choices: choicesOfSent(texts, personId, todos, names) };
}

/** What a person has to do, in their own list and then in one channel after the other, as far as they may read it now. */
export async function mineAnswer(
  { acts, recipients }: RequestsDeps,
  { personId, texts, seen }: Asked,
): Promise<Answer> {
  const { people, list } = texts;
  const found = await acts.mine(personId, MOST_READ);
  const own = personList(personId);
  const isOwn = ({ listId }: Todo) => Number(listId === own);
  const inOrder = found.toSorted(
    (one, other) =>
      isOwn(other) - isOwn(one) || (one.listId < other.listId ? -1 : Number(one.listId > other.listId)),
  );
  const rows = await rowsOfPerson({ recipients, personId, texts, seen }, inOrder);
  if (rows.length === 0) return told(people.nothingMine);
  const shown = rows.slice(0, MOST_ROWS).map(({ text }) => text);
  return told(`${people.mine(rows.length)}\n${inRows(shown, list.more, rows.length)}`);
}
