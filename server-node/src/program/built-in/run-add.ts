import type { Account } from '../../callers/account.ts';
import { NO_NAMES } from '../../callers/names-of.ts';
import { zonesFor } from '../../callers/person-clock.ts';
import { personList } from '../../todos/list.ts';
import { thoseWithWords } from '../../todos/match-words.ts';
import { MAX_WAITING_FOR_ONE, type Draft, type SourcePost } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { verbOf } from '../grammar/verbs.ts';
import { splitWord } from '../grammar/what-follows.ts';
import type { Corrected } from '../ports.ts';
import { namedIn } from '../said/named.ts';
import { draftOf, remindingDraft } from '../said/said-draft.ts';
import { saidTodo } from '../said/said-todo.ts';
import type { RunDeps } from './run-deps.ts';
import { forPeople, saidOf } from './run-for-people.ts';
import { NOTHING_SAID, ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

type AddCommand = Extract<ChangingCommand, { verb: 'add' }>;

export async function runAdd(
  deps: RunDeps,
  request: SaidRequest,
  command: AddCommand,
  source: SourcePost | undefined,
): Promise<Ran> {
  const { text: whole, reminds, when, notes } = command;
  const from = source && { source };
  if (when !== undefined || notes !== undefined) return addBeside(deps, request, command, from);
  const { read, assignee } = await saidTodo(deps, request, whole);
  const draft = draftOf(read);
  const held = assignee === undefined ? draft : await forAssignee(deps, request, draft, assignee);
  const wanted: Draft = reminds === true ? remindingDraft(held) : held;
  const readSaid = saidOf(read);
  const isRead = readSaid.isRead && reminds !== true;
  const unsentTo = await unsentIn(deps, request, whole);
  const unanswered = await unansweredIn(deps, request, whole);
  const said = {
    ...{ ...readSaid, isRead, reminds: reminds === true },
    ...{ unsentTo, unanswered, ...saidOfWhom(assignee) },
  };
  if (request.corrects !== undefined) return giveWords(deps, request, request.corrects, draft, said);
  return ranWith(request, said, (asked) => deps.acts.add(asked, [{ ...wanted, ...from }]));
}

/** A name without its sign. */
const UNSIGNED = /^send\s+([a-z][a-z0-9._-]{2,63})\s+\S/iu;

/** `send bob Fix the door` is a text like `send the report to Bob`; whoever typed it may believe that Bob has it. */
async function unsentIn(
  { colleagues }: RunDeps,
  { actorId }: SaidRequest,
  text: string,
): Promise<string | undefined> {
  const username = UNSIGNED.exec(text)?.[1]?.toLowerCase();
  // Where Mattermost does not say who that is, there is no hint.
  const named = username && (await colleagues.findNamed(actorId, username).catch(() => undefined));
  return named && !named.isBot && named.userId !== actorId ? named.username : undefined;
}

/** `accept the offer` is a text, and whoever typed it may believe that they answered the one request with these words. */
async function unansweredIn(
  { acts }: RunDeps,
  { actorId, listId }: SaidRequest,
  text: string,
): Promise<Said['unanswered']> {
  const [word, words] = splitWord(text);
  const verb = verbOf(word);
  if ((verb !== 'accept' && verb !== 'decline') || listId !== personList(actorId)) return undefined;
  const waiting = await acts.requests(actorId, MAX_WAITING_FOR_ONE);
  const [only, ...others] = await thoseWithWords(waiting, words, 'whole');
  return only === undefined || others.length > 0 ? undefined : { verb, number: only.number };
}

const saidOfWhom = (assignee: Account | undefined): Pick<Said, 'names'> => ({
  names: assignee === undefined ? NO_NAMES : new Map([[assignee.userId, `@${assignee.username}`]]),
});

/** The whole of what was said before is replaced, a date that is not said any more as well. */
async function giveWords(
  { acts, clockOf }: RunDeps,
  request: SaidRequest,
  { id, version, due, notes }: Corrected,
  { text, when }: Pick<Draft, 'text' | 'when'>,
  said: Said,
): Promise<Ran> {
  const zones = async () => oneZone((await clockOf(request.actorId)).zone);
  const dated =
    when !== undefined
      ? { repeat: null, ...when }
      : due === null
        ? undefined
        : { due: null, repeat: null, zones: await zones() };
  const fields = { text, ...(notes !== '' && { notes: '' }), ...(dated !== undefined && { when: dated }) };
  return ranWith(request, said, (asked) => acts.edit(asked, { ids: [id] }, fields, version));
}

/** With notes or a date beside the text, of which all but a name is kept. */
async function addBeside(
  deps: RunDeps,
  request: SaidRequest,
  { text: whole, when, notes }: AddCommand,
  from: Pick<Draft, 'source'> | undefined,
): Promise<Ran> {
  const { text, assignee } = await namedIn(deps.colleagues, request, whole);
  const by = assignee && { assigneeId: assignee.userId };
  const draft: Draft = { text, ...(notes !== undefined && { notes }), ...by, ...from };
  const ofWhom = saidOfWhom(assignee);
  if (when !== undefined) return addDue(deps, request, draft, when, ofWhom);
  return ranWith(request, { ...NOTHING_SAID, ...ofWhom }, (asked) => deps.acts.add(asked, [draft]));
}

async function addDue(
  { acts, readWords, clockOf }: RunDeps,
  request: SaidRequest,
  draft: Draft,
  words: string,
  ofWhom: Pick<Said, 'names'>,
): Promise<Ran> {
  const { schedule, others } = await readWords(request.actorId, words);
  const { assigneeId = request.actorId } = draft;
  const zones = await zonesFor(clockOf, request.actorId, [{ assigneeId, creatorId: request.actorId }]);
  const dated = schedule === null ? draft : { ...draft, when: { ...schedule, zones } };
  return ranWith(request, { ...ofWhom, others, isRead: false }, (asked) => acts.add(asked, [dated]));
}

async function forAssignee(
  deps: RunDeps,
  { actorId }: SaidRequest,
  draft: Pick<Draft, 'text' | 'when'>,
  { userId }: Account,
): Promise<Draft> {
  return { ...(await forPeople(deps, actorId, draft, [userId])), assigneeId: userId };
}
