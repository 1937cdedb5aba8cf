import { basename } from 'node:path';
import { hasWords } from '../../todos/match-words.ts';
import { told } from '../answers/answer.ts';
import { inRows } from '../answers/rows.ts';
import { isChange, type Command } from '../grammar/command.ts';
import type { Answer } from '../ports.ts';
import { answerOfRun } from './answer-of-run.ts';
import type { Asked, PrepareChange } from './prepare-change.ts';
import { programText } from './program-text.ts';
import { rowOf } from './row-of.ts';
import { noSuchVerb, templateOf, type ProgramCommand } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
import type { ShownRows } from './shown-rows.ts';
import type { RunResult } from './spawn-program.ts';
import { rowsIn } from './list-rows.ts';
import type { ListId } from '../../todos/list.ts';

export type PassedCommand = Exclude<Command, { verb: 'help' | 'explain' | 'open' }>;

type Listing = Extract<Command, { verb: 'list' }>;

export interface CarryOutDeps {
  settings: ProgramSettings;
  run: (listId: ListId, command: ProgramCommand) => Promise<RunResult>;
  prepareChange: PrepareChange;
  shown: ShownRows;
}

/** Hands a command over to the program and says what came of it. Throws AppError for what it refuses. */
export function makeCarryOut({ settings, run, prepareChange, shown }: CarryOutDeps) {
  const ran = async (listId: ListId, command: ProgramCommand) =>
    answerOfRun(command.verb, basename(settings.command), await run(listId, command));

  const list = async ({ listId, actorId, texts }: Asked, { text, line }: Listing): Promise<Answer> => {
    const takesText = templateOf(settings, 'list').argv.some((element) => element.includes('{text}'));
    const passed = takesText && text !== '' ? programText(text, { foldsLines: true }) : '';
    const answer = await ran(listId, { verb: 'list', text: passed, refs: [] });
    if (!answer.ok) return answer;
    const seen =
      takesText || text === '' ? answer : onlyLinesWith(answer, text, texts.list.noLine(text, line));
    shown.remember(listId, actorId, rowsIn(settings, seen.text));
    return seen;
  };

  return async (asked: Asked, command: PassedCommand): Promise<Answer> => {
    if (command.verb === 'list') return list(asked, command);
    if (!isChange(command)) throw noSuchVerb(settings, command.verb);
    const { hits, ...prepared } = await prepareChange(asked, command);
    const answer = await ran(asked.listId, prepared);
    if (!answer.ok || hits.length === 0) return answer;
    return { ...answer, text: `${answer.text}\n${inRows(hits.map(rowOf), asked.texts.list.more)}` };
  };
}

/** For programs that cannot search by themselves. */
function onlyLinesWith(answer: Answer, text: string, otherwise: string): Answer {
  const lines = answer.text.split('\n').filter((line) => hasWords(line, text, 'beginning'));
  return told(lines.join('\n') || otherwise);
}
