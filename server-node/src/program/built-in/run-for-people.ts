import { zonesFor } from '../../callers/person-clock.ts';
import { namesOf, type Names } from '../../callers/names-of.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Selection } from '../../todos/acts.ts';
import { listOwner, personList } from '../../todos/list.ts';
import { refusedCommand, type RefusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';
import { oneZone } from '../../todos/when.ts';
import { holderOf, type Draft, type SourcePost } from '../../todos/todo.ts';
import { saidDraft } from '../said/said-draft.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import type { Assignee } from '../grammar/names.ts';
import type { ReadText } from '../said/read-text.ts';
import { resolveSent } from './resolve-sent.ts';
import { resolveWhich } from './resolve-which.ts';
import type { RunDeps } from './run-deps.ts';
import { NOTHING_SAID, ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

export type PeopleCommand = Extract<
  ChangingCommand,
  { verb: 'send' | 'assign' | 'take' | 'accept' | 'decline' | 'takeback' | 'bump' }
>;

/** As many as may wait. */
const MOST_WAITING = 500;

/** What one person asks of others, and what they answer. */
export async function runForPeople(
  deps: RunDeps,
  request: SaidRequest,
  command: PeopleCommand,
  source: SourcePost | undefined,
): Promise<Ran> {
  const { acts, clockOf, now } = deps;
  const { actorId } = request;
  if (command.verb === 'send') return runSend(deps, request, command, source);
  if (command.verb === 'assign') return runAssign(deps, request, command);
  if (command.verb === 'take') return runAssign(deps, request, { ...command, to: 'me' });
  if (request.listId !== personList(actorId)) throw ownListOnly(command.verb);
  const own = async () => (await clockOf(actorId)).zone;
  switch (command.verb) {
    case 'accept': {
      const [which, zone] = await Promise.all([waitingOf(deps, request, command.which), own()]);
      return ranWith(request, NOTHING_SAID, (asked) => acts.accept(asked, which, zone));
    }
    case 'decline': {
      const which = await waitingOf(deps, request, command.which);
      // What cannot be chosen any more is refused by the act, which also knows whether it was carried out before.
      const asked = await acts.select(request.listId, which).catch(() => []);
      const names = await namesOf(
        deps.colleagues.accountOf,
        asked.map(({ creatorId }) => creatorId),
      );
      return ranWith(request, { ...NOTHING_SAID, names }, (answered) =>
        acts.decline(answered, which, command.text),
      );
    }
    case 'takeback': {
      const [sent, zone] = await Promise.all([resolveSent(deps, actorId, command, now()), own()]);
      return ranWith(request, NOTHING_SAID, (asked) => acts.takeBack(asked, { sent: [sent.id] }, zone));
    }
    case 'bump': {
      const sent = await resolveSent(deps, actorId, command, now());
      await deps.colleagues.checkReceiver(actorId, holderOf(sent));
      return ranWith(request, NOTHING_SAID, (asked) => acts.bump(asked, { sent: [sent.id] }));
    }
  }
}

/** @param verb one about what concerns somebody alone, whatever the list */
export function ownListOnly(verb: Extract<RefusedCommand, { kind: 'own_list_only' }>['verb']): AppError {
  const facts = { kind: 'own_list_only', verb } as const;
  return new AppError('invalid_input', textsIn().errors.own_list_only(facts), {
    details: refusedCommand(facts),
  });
}

/** Into the lists of these people; in a list of several people a new to-do of it for each of them. */
async function runSend(
  deps: RunDeps,
  request: SaidRequest,
  { to, text, when }: Extract<PeopleCommand, { verb: 'send' }>,
  source: SourcePost | undefined,
): Promise<Ran> {
  const { acts, colleagues } = deps;
  const { actorId, listId } = request;
  const accounts = await colleagues.findPeople(actorId, to);
  const ids = accounts.map(({ userId }) => userId);
  for (const id of ids) await check(deps, request, id);
  const names: Names = new Map(accounts.map(({ userId, username }) => [userId, `@${username}`]));
  const { draft, said: saidOfText } = await draftOf(deps, actorId, { text, when });
  const whole = { ...(await forPeople(deps, actorId, draft, ids)), ...(source && { source }) };
  const said = { ...saidOfText, names };
  if (listOwner(listId).kind === 'person')
    return ranWith(request, said, (asked) => acts.send(asked, [whole], ids));
  const drafts = ids.map((assigneeId) => ({ ...whole, assigneeId }));
  return ranWith(request, said, (asked) => acts.add(asked, drafts));
}

/** With a date beside the text every word of the text is kept. */
async function draftOf(
  { readDates, readWords, clockOf }: RunDeps,
  actorId: UserId,
  { text, when }: { text: string; when: string | undefined },
): Promise<{ draft: Pick<Draft, 'text' | 'when'>; said: Said }> {
  if (when === undefined) {
    const { draft, read } = await saidDraft(readDates, actorId, text);
    return { draft, said: saidOf(read) };
  }
  const { schedule, others } = await readWords(actorId, when);
  const said = { ...NOTHING_SAID, others };
  if (schedule === null) return { draft: { text }, said };
  return { draft: { text, when: { ...schedule, zones: oneZone((await clockOf(actorId)).zone) } }, said };
}

/** Dates stay as they were written, on the clocks of those who have the to-dos. */
export async function forPeople(
  { clockOf }: RunDeps,
  actorId: UserId,
  draft: Pick<Draft, 'text' | 'when'>,
  ids: readonly UserId[],
): Promise<Pick<Draft, 'text' | 'when'>> {
  if (draft.when === undefined) return draft;
  const zones = await zonesFor(clockOf, actorId, ids.map(holding));
  return { ...draft, when: { ...draft.when, zones } };
}

const holding = (id: UserId) => ({ assigneeId: id, creatorId: id });

export const saidOf = (read: ReadText): Said => ({
  ...NOTHING_SAID,
  others: (read.readings ?? []).flatMap(({ due }) => (due === null || due === read.due ? [] : [due])),
  isRead: read.due !== null,
});

async function runAssign(
  deps: RunDeps,
  request: SaidRequest,
  command: Pick<Extract<PeopleCommand, { verb: 'assign' }>, 'which' | 'line'> & {
    verb: 'assign' | 'take';
    to: Assignee;
  },
): Promise<Ran> {
  const { acts, clockOf, colleagues } = deps;
  const { actorId, listId } = request;
  const which = await resolveWhich(acts, listId, command);
  const to = await personOf(deps, actorId, command.to);
  const todos = await acts.select(listId, which);
  const creatorIds = todos.map(({ creatorId }) => creatorId);
  if (to !== null) await check(deps, request, to, creatorIds);
  const zones = await zonesFor(clockOf, actorId, [...todos, ...(to === null ? [] : [holding(to)])]);
  const said = { ...NOTHING_SAID, names: await namesOf(colleagues.accountOf, to === null ? [] : [to]) };
  return ranWith(request, said, (asked) => acts.assign(asked, which, to, zones));
}

async function personOf({ colleagues }: RunDeps, actorId: UserId, to: Assignee): Promise<UserId | null> {
  if (to === 'me') return actorId;
  if (to === 'nobody') return null;
  const [account] = await colleagues.findPeople(actorId, [to.username]);
  return account?.userId ?? null;
}

/** Whether somebody may be asked, or be the one who does a to-do of a list of several people. */
async function check(
  { colleagues }: RunDeps,
  { actorId, listId }: SaidRequest,
  personId: UserId,
  creatorIds: readonly UserId[] = [],
): Promise<void> {
  if (listOwner(listId).kind === 'person') return colleagues.checkReceiver(actorId, personId, creatorIds);
  if (personId !== actorId) await colleagues.checkAssignee(listId, personId);
}

type Which = Extract<PeopleCommand, { verb: 'accept' }>['which'];

async function waitingOf({ acts }: RunDeps, { actorId }: SaidRequest, which: Which): Promise<Selection> {
  if ('numbers' in which) return which;
  const waiting = await acts.requests(actorId, MOST_WAITING);
  if (waiting.length > 0) return { ids: waiting.map(({ id }) => id) };
  throw new AppError('todo_not_found', 'Nothing waits for your answer.', {
    details: refusedCommand({ kind: 'nothing_waits' }),
  });
}
