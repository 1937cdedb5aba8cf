import type { ListId } from '../../todos/list.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { isSelecting, type SelectingVerb } from '../grammar/verbs.ts';
import type { RunRequest } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { checkNumbers } from './check-numbers.ts';
import { DIALECTS } from './dialects/dialects.ts';
import type { Listing } from './list-rows.ts';
import type { ProgramRow } from './match-rows.ts';
import { programText } from './program-text.ts';
import { refsGiven, resolveRefs } from './resolve-refs.ts';
import { noSuchVerb, templateOf, type ProgramCommand } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
import type { ShownRows } from './shown-rows.ts';

/** Who asks for what, and in which language the answer is. */
export interface Asked extends Pick<RunRequest, 'listId' | 'actorId' | 'input'> {
  texts: Texts;
}

export interface PreparedChange extends ProgramCommand {
  /** The rows it will hit; none where the program's numbers are for good, and where its rows cannot be read. */
  hits: readonly ProgramRow[];
}

export type PrepareChange = (asked: Asked, command: ChangingCommand) => Promise<PreparedChange>;

export interface PrepareDeps {
  settings: ProgramSettings;
  listRows: (listId: ListId) => Promise<Listing>;
  shown: ShownRows;
}

type AboutRows = Extract<ChangingCommand, { verb: SelectingVerb }>;

const isAboutRows = (command: ChangingCommand): command is AboutRows => isSelecting(command.verb);

/** What a command comes to for the program. Throws AppError for what is refused before the program is asked. */
export function makePrepareChange({ settings, listRows, shown }: PrepareDeps): PrepareChange {
  const dialect = DIALECTS[settings.dialect];
  return async (asked, command) => {
    templateOf(settings, command.verb);
    // To add it without reminding would look like success.
    if (command.verb === 'add' && command.reminds === true) templateOf(settings, 'remind');
    if (command.verb === 'undo') return { verb: 'undo', text: '', refs: [], hits: [] };
    if (command.verb === 'add') {
      return { verb: 'add', text: programText(command.text, dialect), refs: [], hits: [] };
    }
    if (!isAboutRows(command)) throw noSuchVerb(settings, command.verb);
    const { verb, which, line } = command;
    const text = verb === 'edit' ? programText(command.text, dialect) : '';
    const { listId, actorId, input } = asked;
    const rows = onceOnly(async () => (await listRows(listId)).rows);
    const onShown = (seen: readonly ProgramRow[]) => shown.remember(listId, actorId, seen);
    const given = refsGiven(input);
    const refs = await resolveRefs({ verb, which, line, given, ref: dialect.ref, rows, onShown });
    if (!dialect.numbersMove) return { verb, text, refs, hits: [] };
    const hits = (await rows()).filter(({ ref }) => refs.includes(ref));
    const told = textTold(input);
    // A surface that hands references over without their texts has just read them.
    if (told !== undefined || ('numbers' in which && given.length === 0)) {
      const textShown = (ref: string) => told ?? shown.textShown(listId, actorId, ref);
      checkNumbers({ verb, rows: hits, textShown, onShown });
    }
    return { verb, text, refs, hits };
  };
}

/** What a surface says that its row said. */
const textTold = (input: RunRequest['input']): string | undefined =>
  'refs' in input && input.refs?.length === 1 && input.verb !== 'edit' ? input.text : undefined;

function onceOnly<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
