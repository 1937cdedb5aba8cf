import { makeListRows } from '../../program/external/list-rows.ts';
import { makeRunCommand } from '../../program/external/run-command.ts';
import { spawnProgram } from '../../program/external/spawn-program.ts';
import { AppError } from '../../shared/app-error.ts';
import { SHARED_LIST } from '../../todos/list.ts';
import type { Check } from './doctor-context.ts';
import { fault, ok } from './finding.ts';

/** Lets an external program print the shared list, as the sidebar would. */
export const checkProgram: Check = async ({ config: { program }, now }) => {
  if (program === null) return [ok('program', 'The built-in one; no external program is configured.')];
  const listRows = makeListRows(program, makeRunCommand({ settings: program, spawn: spawnProgram, now }));
  try {
    const { rows } = await listRows(SHARED_LIST);
    return [
      ok('program', `${program.name} (${program.command}) answers \`list\`; ${rows.length} rows recognised.`),
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const saw = `${program.name} (${program.command}) does not answer \`list\`: ${error.message}`;
    return [
      fault(
        'program',
        saw,
        'install it where PATH of the backend finds it, or set TODO_PROGRAM_PATH to its absolute path.',
      ),
    ];
  }
};
