import { zonesFor, type PersonClockOf } from '../../callers/person-clock.ts';
import type { Acts, Selection } from '../../todos/acts.ts';
import type { Draft, SourcePost } from '../../todos/todo.ts';
import { oneZone, type Zones } from '../../todos/when.ts';
import type { Corrected } from '../ports.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import type { ReadDates } from '../said/read-text.ts';
import { remindingDraft, saidDraft } from '../said/said-draft.ts';
import type { ReadWords } from '../said/said-when.ts';
import { resolveWhich } from './resolve-which.ts';
import { runDated } from './run-dated.ts';
import { NOTHING_SAID, ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

export interface RunDeps {
  acts: Acts;
  clockOf: PersonClockOf;
  readDates: ReadDates;
  readWords: ReadWords;
}

/** One command is one act; what a word stands for, and which date is meant, is looked up before. */
export async function runChange(
  deps: RunDeps,
  request: SaidRequest,
  command: ChangingCommand,
  source?: SourcePost,
): Promise<Ran> {
  const { acts } = deps;
  const run = (act: Parameters<typeof ranWith>[2]) => ranWith(request, NOTHING_SAID, act);
  if (command.verb === 'add') return runAdd(deps, request, command, source);
  if (command.verb === 'undo') return run((asked) => acts.undo(asked));
  const which = await resolveWhich(acts, request.listId, command);
  switch (command.verb) {
    case 'edit':
      return runEdit(deps, request, which, command.text);
    case 'done':
      return run((asked) => acts.complete(asked, which));
    case 'reopen':
      return run((asked) => acts.reopen(asked, which));
    case 'delete':
      return run((asked) => acts.remove(asked, which));
    case 'skip':
      return run((asked) => acts.skip(asked, which));
    default:
      return runDated(deps, request, which, command);
  }
}

async function runAdd(
  deps: RunDeps,
  request: SaidRequest,
  { text, reminds, when, notes }: Extract<ChangingCommand, { verb: 'add' }>,
  source: SourcePost | undefined,
): Promise<Ran> {
  const { acts, readDates } = deps;
  const from = source && { source };
  if (notes !== undefined)
    return ranWith(request, NOTHING_SAID, (asked) => acts.add(asked, [{ text, notes, ...from }]));
  if (when !== undefined) return addDue(deps, request, { text, ...from }, when);
  const { draft, read } = await saidDraft(readDates, request.actorId, text);
  const wanted: Draft = reminds === true ? remindingDraft(draft) : draft;
  const others = (read.readings ?? []).flatMap(({ due }) => (due === null || due === read.due ? [] : [due]));
  const said = { others, isRead: read.due !== null && reminds !== true, reminds: reminds === true };
  if (request.corrects !== undefined) return giveWords(deps, request, request.corrects, draft, said);
  return ranWith(request, said, (asked) => acts.add(asked, [{ ...wanted, ...from }]));
}

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

/** With a date beside the text, in which every word is kept. */
async function addDue(
  { acts, readWords, clockOf }: RunDeps,
  request: SaidRequest,
  draft: Draft,
  words: string,
): Promise<Ran> {
  const { schedule, others } = await readWords(request.actorId, words);
  const { zone } = await clockOf(request.actorId);
  const dated = schedule === null ? draft : { ...draft, when: { ...schedule, zones: oneZone(zone) } };
  return ranWith(request, { others, isRead: false }, (asked) => acts.add(asked, [dated]));
}

async function runEdit(deps: RunDeps, request: SaidRequest, which: Selection, text: string): Promise<Ran> {
  const { draft, read } = await saidDraft(deps.readDates, request.actorId, text);
  const { when } = draft;
  const zoned = when === undefined ? {} : { when: { ...when, zones: await zonesOf(deps, request, which) } };
  const said = { others: [], isRead: read.due !== null };
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
