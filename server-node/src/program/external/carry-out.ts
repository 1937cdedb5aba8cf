import { basename } from 'node:path';
import type { ListId } from '../../todos/list.ts';
import { told } from '../answers/answer.ts';
import type { Command } from '../grammar/command.ts';
import { contains } from '../built-in/find-done-by-word.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { answerOfRun } from './answer-of-run.ts';
import { DIALECTS } from './dialects/dialects.ts';
import type { Listing } from './list-rows.ts';
import { programText } from './program-text.ts';
import { resolveRefs } from './resolve-refs.ts';
import { templateOf, type ProgramCommand } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
import type { RunResult } from './spawn-program.ts';

export type PassedCommand = Exclude<Command, { verb: 'help' | 'explain' }>;

export interface CarryOutDeps {
  settings: ProgramSettings;
  run: (listId: ListId, command: ProgramCommand) => Promise<RunResult>;
  listRows: (listId: ListId) => Promise<Listing>;
}

/** Hands a command over to the program and says what came of it. Throws AppError for what it refuses. */
export function makeCarryOut({ settings, run, listRows }: CarryOutDeps) {
  const dialect = DIALECTS[settings.dialect];
  const ran = async (listId: ListId, command: ProgramCommand) =>
    answerOfRun(command.verb, basename(settings.command), await run(listId, command));

  const list = async (listId: ListId, text: string, texts: Texts): Promise<Answer> => {
    const takesText = templateOf(settings, 'list').argv.some((element) => element.includes('{text}'));
    const passed = takesText && text !== '' ? programText(text, { foldsLines: true }) : '';
    const answer = await ran(listId, { verb: 'list', text: passed, refs: [] });
    return takesText || !answer.ok || text === '' ? answer : onlyLinesWith(answer, text, texts);
  };

  return async (
    listId: ListId,
    command: PassedCommand,
    given: readonly string[],
    texts: Texts,
  ): Promise<Answer> => {
    const { verb } = command;
    templateOf(settings, verb);
    if (verb === 'list') return list(listId, command.text, texts);
    const text = 'text' in command ? programText(command.text, dialect) : '';
    if (!('which' in command)) return ran(listId, { verb, text, refs: [] });
    const rows = async () => (await listRows(listId)).rows;
    const refs = await resolveRefs({
      verb: command.verb,
      which: command.which,
      given,
      ref: dialect.ref,
      rows,
    });
    return ran(listId, { verb, text, refs });
  };
}

/** For programs that cannot search by themselves. */
function onlyLinesWith(answer: Answer, text: string, texts: Texts): Answer {
  const lines = answer.text.split('\n').filter((line) => contains(line, text));
  return told(lines.join('\n') || texts.list.noLine(text));
}
