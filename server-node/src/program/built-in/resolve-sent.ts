import type { Colleagues } from '../../callers/colleagues.ts';
import { namesOf } from '../../callers/names-of.ts';
import type { VerbTaking } from '../../contract/vocabulary.ts';
import type { PressAct } from '../../replies/press-act.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Acts } from '../../todos/acts.ts';
import { thoseWithWords } from '../../todos/match-words.ts';
import type { Todo, TodoId } from '../../todos/todo.ts';
import { noneSent, severalSent } from '../answers/sent-refusals.ts';
import { cutNames } from '../grammar/names.ts';

type SentVerb = VerbTaking<'sent'>;

interface ResolveDeps {
  acts: Pick<Acts, 'sent'>;
  colleagues: Colleagues;
}

/** What can be asked for again is unanswered; what was declined can only come back. */
const STATES: Readonly<Record<SentVerb, ReadonlySet<string>>> = {
  bump: new Set(['waiting']),
  takeback: new Set(['waiting', 'declined']),
};
const MOST_READ = 500;

/**
 * The one to-do that a person sent to others and means by some of its words, or by whom it was sent to: it has no number
 * in a list of theirs.
 *
 * @throws {AppError} todo_not_found, ambiguous_word, person_not_found
 */
export async function resolveSent(
  { acts, colleagues }: ResolveDeps,
  personId: UserId,
  { verb, text, line }: { verb: SentVerb; text: string; line: string },
  now: EpochMs,
): Promise<Todo> {
  const all = await acts.sent({ personId, doneAfter: now, limit: MOST_READ });
  const { names, rest } = cutNames(text);
  const people = new Set((await colleagues.findPeople(personId, names)).map(({ userId }) => userId));
  const candidates = all.filter(({ state }) => STATES[verb].has(state)).filter(isTo(people));
  const found = rest === '' ? candidates : await withWords(candidates, rest);
  const [only, ...others] = found;
  if (only === undefined) throw noneSent({ verb, words: text, line });
  if (others.length === 0) return only;
  const receivers = found.map(({ assigneeId, creatorId }) => assigneeId ?? creatorId);
  const kind = verb === 'bump' ? 'bump' : 'take_back';
  const actOn = (todoId: TodoId): PressAct => ({ kind, todoId });
  throw severalSent({ verb, words: text, found, actOn }, await namesOf(colleagues.accountOf, receivers));
}

const isTo =
  (people: ReadonlySet<UserId>) =>
  ({ assigneeId }: Todo): boolean =>
    people.size === 0 || (assigneeId !== null && people.has(assigneeId));

async function withWords(todos: readonly Todo[], words: string): Promise<Todo[]> {
  const whole = await thoseWithWords(todos, words, 'whole');
  return whole.length > 0 ? whole : thoseWithWords(todos, words, 'beginning');
}
