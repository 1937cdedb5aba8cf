import { basename } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import type { ListId } from '../../todos/list.ts';
import { answerOfRun } from './answer-of-run.ts';
import type { RowPattern } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { matchRows, type ProgramRow } from './match-rows.ts';
import type { ProgramCommand } from './run-command.ts';
import type { ProgramSettings } from './settings.ts';
import type { RunResult } from './spawn-program.ts';

export interface Listing {
  rows: ProgramRow[];
  /** As printed. */
  text: string;
}

const LIST: ProgramCommand = { verb: 'list', text: '', refs: [] };

/** Runs `list` and makes rows of it. @throws {AppError} program_failed with what the program said */
export function makeListRows(
  settings: ProgramSettings,
  run: (listId: ListId, command: ProgramCommand) => Promise<RunResult>,
) {
  return async (listId: ListId): Promise<Listing> => {
    const result = await run(listId, LIST);
    if (result.kind !== 'exited' || result.exitCode !== 0) throw failed(settings, result);
    const text = result.stdout.text.trimEnd();
    return { rows: rowsIn(settings, text), text };
  };
}

/** Rows of what was printed. */
export function rowsIn(settings: ProgramSettings, text: string): ProgramRow[] {
  const pattern = patternOf(settings);
  return pattern === undefined ? [] : matchRows(text, pattern);
}

function patternOf({ rowPattern, dialect }: ProgramSettings): RowPattern | undefined {
  return rowPattern === undefined ? DIALECTS[dialect].rows : { row: rowPattern };
}

const failed = (settings: ProgramSettings, result: RunResult) =>
  new AppError('program_failed', answerOfRun('list', basename(settings.command), result).text);
