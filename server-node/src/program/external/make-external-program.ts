import { VERBS, type Verb } from '../../contract/vocabulary.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import { refusalOf, refused, told } from '../answers/answer.ts';
import { explainAnswer, unlessRefused } from '../answers/explain-answer.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { sidebarAnswer } from '../answers/sidebar-answer.ts';
import { isChange, isRefusal } from '../grammar/command.ts';
import { parseLine } from '../grammar/parse-line.ts';
import type { Answer, Deliveries, ProgramLists, RunRequest, TodoProgram } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { Texts } from '../texts/texts.ts';
import { understand } from '../understand.ts';
import { makeCarryOut } from './carry-out.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { foreseeRun } from './foresee-run.ts';
import { makeListRows } from './list-rows.ts';
import { makeRunQueue } from './make-run-queue.ts';
import { makePrepareChange } from './prepare-change.ts';
import { makeRunCommand, noSuchVerb } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
import { makeShownRows } from './shown-rows.ts';
import { spawnProgram, type SpawnProgram } from './spawn-program.ts';

export interface ExternalDeps {
  settings: ProgramSettings;
  deliveries: Deliveries;
  now: Clock;
  /** For tests; else real processes. */
  spawn?: SpawnProgram;
}

const QUEUE_PER_LIST = 20;
const QUEUE_IN_ALL = 200;

/** An external program that keeps all lists, each in a HOME of its own. */
export function makeExternalProgram(deps: ExternalDeps): TodoProgram & ProgramLists {
  const { settings, deliveries, now, spawn = spawnProgram } = deps;
  const { parallel } = settings;
  const queue = makeRunQueue({ parallel, perList: QUEUE_PER_LIST, inAll: QUEUE_IN_ALL });
  const run = makeRunCommand({ settings, spawn, now });
  const listRows = makeListRows(settings, run);
  const shown = makeShownRows();
  const prepareChange = makePrepareChange({ settings, listRows, shown });
  const carryOut = makeCarryOut({ settings, run, prepareChange, shown });

  const answerTo = async (request: RunRequest, texts: Texts): Promise<Answer> => {
    const { input, listId, actorId, locale } = request;
    const asked = { input, listId, actorId, texts };
    const command = understand(input);
    if (isRefusal(command)) return refused(lineInWords(texts, command.refused));
    if (command.verb === 'help')
      return helpAnswer(texts, { topic: command.topic, locale, verbs: verbsOf(settings) });
    if (command.verb === 'open') return sidebarAnswer(texts);
    const foresee = foreseeRun(prepareChange, () => listRows(listId), asked);
    const run = async () => {
      if (command.verb !== 'explain') return carryOut(asked, command);
      refuseMissing(settings, command.text);
      return explainAnswer(texts, command.text, unlessRefused(request, foresee));
    };
    return queue(listId, run).catch((thrown: unknown) => refusalOf(texts, thrown));
  };

  return {
    name: settings.name,
    async list(listId: ListId, shownTo?: UserId) {
      const listing = await queue(listId, () => listRows(listId));
      if (shownTo !== undefined) shown.remember(listId, shownTo, listing.rows);
      return listing;
    },
    async run(request) {
      const { requestKey, replies } = request;
      const texts = textsIn(request.locale, request.lead);
      // Before the run, because what a program did cannot be taken back: better no answer than two to-dos.
      if (requestKey !== undefined && !(await deliveries.claim(requestKey))) {
        return told(texts.notes.handledBefore);
      }
      const answer = await answerTo(request, texts);
      const drafts = replies?.(answer) ?? [];
      if (drafts.length > 0) await deliveries.reply(drafts);
      return answer;
    },
  };
}

/** What it has not, it cannot show either. @throws {AppError} invalid_input */
function refuseMissing(settings: ProgramSettings, line: string): void {
  const explained = parseLine(line);
  if (isRefusal(explained) || isChange(explained) || verbsOf(settings).includes(explained.verb)) return;
  throw noSuchVerb(settings, explained.verb);
}

function verbsOf({ dialect, templates }: ProgramSettings): Verb[] {
  const has = { ...DIALECTS[dialect].templates, ...templates, help: true, explain: true, open: true };
  return VERBS.filter((verb) => has[verb] !== undefined);
}
