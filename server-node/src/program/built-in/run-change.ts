import type { Colleagues } from '../../callers/colleagues.ts';
import { namesOf, NO_NAMES, type Names } from '../../callers/names-of.ts';
import { zonesFor, type PersonClockOf } from '../../callers/person-clock.ts';
import { undoChange } from '../../callers/undo-change.ts';
import type { Clock } from '../../shared/time.ts';
import type { Account } from '../../callers/account.ts';
import type { Acts, Selection } from '../../todos/acts.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import type { Draft, SourcePost } from '../../todos/todo.ts';
import { oneZone, type Zones } from '../../todos/when.ts';
import type { Corrected } from '../ports.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import type { ReadDates } from '../said/read-text.ts';
import { namedIn } from '../said/named.ts';
import { draftOf, remindingDraft, saidDraft } from '../said/said-draft.ts';
import { saidTodo } from '../said/said-todo.ts';
import type { ReadWords } from '../said/said-when.ts';
import { resolveWhich } from './resolve-which.ts';
import { runDated } from './run-dated.ts';
import { forPeople, runForPeople, saidOf, type PeopleCommand } from './run-for-people.ts';
import { NOTHING_SAID, ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

export interface RunDeps {
  acts: Acts;
  clockOf: PersonClockOf;
  readDates: ReadDates;
  readWords: ReadWords;
  colleagues: Colleagues;
  now: Clock;
}

/** One command is one act; what a word stands for, and which date is meant, is looked up before. */
export async function runChange(
  deps: RunDeps,
  request: SaidRequest,
  command: ChangingCommand,
  source?: SourcePost,
): Promise<Ran> {
  switch (command.verb) {
    case 'add':
      return runAdd(deps, request, command, source);
    case 'undo':
      return ranWith(request, NOTHING_SAID, (asked) => undoChange(deps, asked));
    case 'send':
    case 'assign':
    case 'take':
    case 'accept':
    case 'decline':
    case 'takeback':
    case 'bump':
      return runForPeople(deps, request, command, source);
    default:
      return runOnRows(deps, request, command);
  }
}

type OnRows = Exclude<ChangingCommand, PeopleCommand | { verb: 'add' | 'undo' }>;

async function runOnRows(deps: RunDeps, request: SaidRequest, command: OnRows): Promise<Ran> {
  const { acts } = deps;
  const which = await resolveWhich(acts, request.listId, command);
  const said = { ...NOTHING_SAID, names: await holdersOf(deps, request.listId, which) };
  const run = (act: Parameters<typeof ranWith>[2]) => ranWith(request, said, act);
  switch (command.verb) {
    case 'edit':
      return runEdit(deps, request, which, command.text, said);
    case 'note':
      return ranWith(request, { ...said, saysNotes: true }, (asked) =>
        acts.edit(asked, which, { notes: command.text }),
      );
    case 'done':
      return run((asked) => acts.complete(asked, which));
    case 'reopen':
      return run((asked) => acts.reopen(asked, which));
    case 'delete':
      return run((asked) => acts.remove(asked, which));
    case 'skip':
      return run((asked) => acts.skip(asked, which));
    default:
      return runDated(deps, request, which, command, said);
  }
}

type AddCommand = Extract<ChangingCommand, { verb: 'add' }>;

async function runAdd(
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
  const said = { ...readSaid, isRead, reminds: reminds === true, unsentTo, ...saidOfWhom(assignee) };
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

/** In a list of several people the answer says who has which. */
async function holdersOf({ acts, colleagues }: RunDeps, listId: ListId, which: Selection): Promise<Names> {
  if (listOwner(listId).kind === 'person') return NO_NAMES;
  const todos = await acts.select(listId, which);
  return namesOf(
    colleagues.accountOf,
    todos.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
}

async function runEdit(
  deps: RunDeps,
  request: SaidRequest,
  which: Selection,
  text: string,
  base: Said,
): Promise<Ran> {
  const { draft, read } = await saidDraft(deps.readDates, request.actorId, text);
  const { when } = draft;
  const zoned = when === undefined ? {} : { when: { ...when, zones: await zonesOf(deps, request, which) } };
  const said = { ...base, isRead: read.due !== null };
  return ranWith(request, said, (asked) => deps.acts.edit(asked, which, { text: draft.text, ...zoned }));
}

/** The clocks of those who have these to-dos. */
export async function zonesOf(
  { acts, clockOf }: RunDeps,
  { actorId, listId }: SaidRequest,
  which: Selection,
): Promise<Zones> {
  return zonesFor(clockOf, actorId, await acts.select(listId, which));
}
