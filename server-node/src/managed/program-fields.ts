import { PROGRAM_SETTINGS } from '../program/external/settings.ts';

type Fields = Record<string, string>;

const FOLDER = 'TODO_PROGRAM_HOME';

/**
 * The settings of an external program from their three fields in the System Console: its name or path, the folder
 * for its files, and one `NAME=value` a line for all others.
 */
export function programFields(given: Readonly<Record<string, string | undefined>>, faults: string[]): Fields {
  const { Program: program = '', ProgramFolder: folder = '', ProgramSettings: lines = '' } = given;
  if (program.trim() === '') return {};
  const fields: Fields = { ...linesOf(lines, faults), TODO_PROGRAM: program.trim(), [FOLDER]: folder.trim() };
  if (!fields[FOLDER]?.startsWith('/')) {
    faults.push(
      `ProgramFolder: Expected the absolute path of a folder that Mattermost may write to, since a program is set; got ${JSON.stringify(folder)}.`,
    );
  }
  return fields;
}

function linesOf(text: string, faults: string[]): Fields {
  const fields: Fields = {};
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = /^\s*([A-Z_]+)\s*=(.*)$/.exec(line) ?? [];
    if (PROGRAM_SETTINGS.includes(name)) fields[name] = value.trim();
    else
      faults.push(
        `ProgramSettings: Expected lines such as TODO_PROGRAM_TIMEOUT_SECONDS=10; got something else in line ${at + 1} (${line.trim().length} characters, not shown).`,
      );
  }
  return fields;
}
