import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDeliveries } from '../../make-deliveries.ts';
import type { RunRequest } from '../../ports.ts';
import { openTestStore } from '../../../store/testing/open-test-store.ts';
import { ANN, ANNS_LIST, NOW } from '../../testing/people.ts';
import { makeExternalProgram } from '../make-external-program.ts';
import { parseProgramSettings, type ProgramSettings } from '../settings.ts';

/** An external program with its homes in a new folder, configured as an operator would. */
export async function openExternal(
  environment: Record<string, string>,
  overrides: Partial<ProgramSettings> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'todo-program-'));
  const settings = { ...settingsOf({ TODO_PROGRAM_HOME: folder, ...environment }), ...overrides };
  const store = await openTestStore();
  const deliveries = makeDeliveries(store, () => NOW);
  const program = makeExternalProgram({ settings, deliveries, now: Date.now });
  const run = (line: string, more: Partial<RunRequest> = {}) =>
    program.run({ input: { line }, actorId: ANN, listId: ANNS_LIST, ...more });
  return {
    program,
    store,
    run,
    rows: async () => (await program.list(ANNS_LIST)).rows,
    home: join(folder, ANNS_LIST.replace(':', '-')),
    remove: async () => {
      await store.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(environment: Record<string, string>): ProgramSettings {
  const parsed = parseProgramSettings(environment);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  if (parsed.settings === null) throw new Error('TODO_PROGRAM is missing');
  return parsed.settings;
}

/** A program that is a script, in a new folder. */
export async function writeScript(script: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-script-'));
  const path = join(folder, 'todo');
  await writeFile(path, script);
  await chmod(path, 0o755);
  return { path, remove: () => rm(folder, { recursive: true }) };
}

export const readText = (...path: string[]): Promise<string> => readFile(join(...path), 'utf8');
