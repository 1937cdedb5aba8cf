import { namesOf, NO_NAMES, type Names } from '../../callers/names-of.ts';
import { findUndoing } from '../../callers/undo-change.ts';
import type { Selection } from '../../todos/acts.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import type { SourcePost } from '../../todos/todo.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { saidDraft } from '../said/said-draft.ts';
import { resolveWhich } from './resolve-which.ts';
import { runAdd } from './run-add.ts';
import { runDated, zonesOf } from './run-dated.ts';
import type { RunDeps } from './run-deps.ts';
import { runForPeople, type PeopleCommand } from './run-for-people.ts';
import { NOTHING_SAID, ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

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
      return runUndo(deps, request);
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

async function runUndo(deps: RunDeps, request: SaidRequest): Promise<Ran> {
  const { receivers, undo } = await findUndoing(deps, request);
  const names = await namesOf(deps.colleagues.accountOf, receivers);
  return ranWith(request, { ...NOTHING_SAID, names }, undo);
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
