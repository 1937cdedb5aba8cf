import { isRefusal, type ChangingCommand } from '../grammar/command.ts';
import type { Assignee } from '../grammar/names.ts';
import { parseLine } from '../grammar/parse-line.ts';
import { actOf } from '../grammar/verbs.ts';
import type { Answer, RunRequest } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import { refusalOf, told } from './answer.ts';
import { inRows } from './rows.ts';

/** So many numbers are named; the rest is counted. */
const NUMBERS_SHOWN = 20;

/** A to-do that a command would hit, by its number and as a row. */
export interface Hit {
  ref: string | number;
  row: string;
  /** As a new one would be kept. */
  text?: string;
  /** When it is due then, in words. */
  when?: string;
}

/** What a command would do to the list as it is now. */
export interface Foreseen {
  changed: readonly Hit[];
  /** Those that are so already. */
  same: readonly Hit[];
}

/** Does nothing. @throws {AppError} what the command would throw */
export type Foresee = (command: ChangingCommand) => Promise<Foreseen>;

/** In a list that takes no changes each would be refused, whatever it would hit. */
export const unlessRefused = ({ refuses }: Pick<RunRequest, 'refuses'>, foresee: Foresee): Foresee =>
  refuses === undefined ? foresee : () => Promise.reject(refuses);

/** Says in words what a line would do, and to which to-dos, and does nothing. */
export async function explainAnswer(texts: Texts, line: string, foresee: Foresee): Promise<Answer> {
  return told(texts.explain.meaning(line, await meaningOf(texts, line, foresee)));
}

async function meaningOf(texts: Texts, line: string, foresee: Foresee): Promise<string> {
  const command = parseLine(line);
  if (isRefusal(command)) return texts.explain.notUnderstood(lineInWords(texts, command.refused));
  switch (command.verb) {
    case 'list':
      return texts.explain.list(command.text);
    case 'show':
      return texts.explain.show(texts.explain.theRow(`**${command.which.numbers[0]}**`));
    case 'settings':
      return texts.explain.settings(command.text);
    case 'post':
      return texts.explain.post(command.isPinned);
    case 'unpost':
    case 'open':
    case 'help':
    case 'explain':
    case 'today':
    case 'tomorrow':
    case 'overdue':
    case 'week':
    case 'agenda':
    case 'requests':
    case 'sent':
    case 'mine':
      return texts.explain[command.verb];
    default:
      return foresee(command).then(
        (foreseen) => effectOf(texts, command, foreseen),
        (thrown: unknown) => refusalOf(texts, thrown).text,
      );
  }
}

function effectOf(texts: Texts, command: ChangingCommand, { changed, same }: Foreseen): string {
  const effects = changed.length === 0 && same.length > 0 ? [] : [effectOn(texts, command, changed)];
  if (same.length > 0) {
    const rows = inRows(
      same.map(({ row }) => row),
      texts.list.more,
    );
    effects.push(texts.change.rows(texts.change.wasSo[actOf(command.verb)], rows));
  }
  return effects.join('\n');
}

function effectOn({ explain, list, people }: Texts, command: ChangingCommand, hits: readonly Hit[]): string {
  const rows = hits.map(({ row }) => row);
  if (command.verb === 'add') {
    const [hit] = hits;
    return explain.add(hit?.text ?? command.text, hit?.when ?? '');
  }
  if (command.verb === 'undo') return [explain.undo, inRows(rows, list.more)].join('\n').trim();
  if (command.verb === 'send') {
    const [hit] = hits;
    return explain.send(command.to.map(at), hit?.text ?? command.text, hit?.when ?? '');
  }
  const which = inWords(explain, hits);
  if (command.verb === 'assign') return explain.assign(which, personIn(people, command.to));
  if ('when' in command) return explain[command.verb](which, hits[0]?.when ?? command.when);
  return 'text' in command ? explain[command.verb](which, command.text) : explain[command.verb](which);
}

const at = (username: string): string => `@${username}`;

function personIn({ you, nobody }: Texts['people'], to: Assignee): string {
  if (to === 'me') return you;
  return to === 'nobody' ? nobody : at(to.username);
}

function inWords({ theRow, theNumbers }: Texts['explain'], hits: readonly Hit[]): string {
  const [first, ...others] = hits;
  if (first !== undefined && others.length === 0) return theRow(first.row);
  return theNumbers(
    hits.length,
    hits.slice(0, NUMBERS_SHOWN).map(({ ref }) => ref),
  );
}
