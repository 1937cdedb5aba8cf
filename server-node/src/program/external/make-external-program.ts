import { VERBS, type Verb } from '../../contract/vocabulary.ts';
import type { Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import { refusalOf, refused, told } from '../answers/answer.ts';
import { explainAnswer } from '../answers/explain-answer.ts';
import { helpAnswer } from '../answers/help-answer.ts';
import { isRefusal } from '../grammar/command.ts';
import type { Answer, Deliveries, ProgramLists, RunRequest, TodoProgram } from '../ports.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { Texts } from '../texts/texts.ts';
import { understand } from '../understand.ts';
import { makeCarryOut } from './carry-out.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { makeListRows } from './list-rows.ts';
import { makeRunQueue } from './make-run-queue.ts';
import { refsGiven } from './resolve-refs.ts';
import { makeRunCommand } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
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
  const carryOut = makeCarryOut({ settings, run, listRows });

  const answerTo = async ({ input, listId }: RunRequest, texts: Texts): Promise<Answer> => {
    const command = understand(input);
    if (isRefusal(command)) return refused(lineInWords(texts, command.refused));
    if (command.verb === 'help') return helpAnswer(texts, command.topic, verbsOf(settings));
    if (command.verb === 'explain') return explainAnswer(texts, command.text);
    return queue(listId, () => carryOut(listId, command, refsGiven(input), texts)).catch((thrown: unknown) =>
      refusalOf(texts, thrown),
    );
  };

  return {
    name: settings.name,
    list: (listId: ListId) => queue(listId, () => listRows(listId)),
    async run(request) {
      const { requestKey, replies } = request;
      const texts = textsIn(request.locale);
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

function verbsOf({ dialect, templates }: ProgramSettings): Verb[] {
  const has = { ...DIALECTS[dialect].templates, ...templates, help: true, explain: true };
  return VERBS.filter((verb) => has[verb] !== undefined);
}
