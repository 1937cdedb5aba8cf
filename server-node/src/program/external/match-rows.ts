import { createContext, Script } from 'node:vm';
import type { RowPattern } from './dialects/dialect.ts';

export interface ProgramRow {
  ref: string;
  text: string;
  done: boolean;
}

/** Longer lines are cut before matching. */
const LONGEST_LINE = 8_000;

/** For all lines together: a pattern from the settings may be one that takes ages. */
const MATCH_LIMIT_MS = 250;

/** Rows of what a program printed; empty when no line fits, or when the pattern takes too long. */
export function matchRows(output: string, { row, continued }: RowPattern): ProgramRow[] {
  const lines = output.split('\n').map((line) => line.slice(0, LONGEST_LINE));
  const rows: ProgramRow[] = [];
  for (const { own, more } of matchAll(lines, row, continued)) {
    const last = rows.at(-1);
    if (own?.['ref'] !== undefined && own['text'] !== undefined) rows.push(rowOf(own));
    else if (more?.['text'] !== undefined && last !== undefined) last.text += ` ${more['text'].trim()}`;
  }
  return rows;
}

type Groups = Record<string, string | undefined>;

function rowOf(groups: Groups): ProgramRow {
  const done = `${groups['done'] ?? ''}${groups['doneAfter'] ?? ''}`.trim() !== '';
  return { ref: groups['ref'] ?? '', text: (groups['text'] ?? '').trim(), done };
}

interface Match {
  own: Groups | undefined;
  more: Groups | undefined;
}

const MATCHER = new Script(`lines.map((line) => {
  const own = row.exec(line)?.groups;
  return { own, more: own === undefined ? continued?.exec(line)?.groups : undefined };
})`);

/** Only a script can be stopped in the midst of a regular expression. */
function matchAll(lines: readonly string[], row: RegExp, continued: RegExp | undefined): Match[] {
  try {
    return MATCHER.runInContext(createContext({ lines, row, continued }), {
      timeout: MATCH_LIMIT_MS,
    }) as Match[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return [];
    throw error;
  }
}
