import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_COLLEAGUES } from '../../src/callers/colleagues.ts';
import { openProgram } from '../../src/open-program.ts';
import { parseProgramSettings, type ProgramSettings } from '../../src/program/external/settings.ts';
import type { TodoProgram } from '../../src/program/ports.ts';
import { silentLogger } from '../../src/shared/logger.ts';
import type { UserId } from '../../src/shared/ids.ts';
import { openStore } from '../../src/store/open-store.ts';
import { personList } from '../../src/todos/list.ts';
import { makeActs } from '../../src/todos/make-acts.ts';
import { makeNewId } from '../../src/todos/new-id.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { interleaved, type Measurement } from '../measure/interleaved.ts';
import { median } from '../measure/quantiles.ts';
import { NO_CHANNELS, NO_SETTINGS } from '../../src/program/testing/people.ts';

const ROUNDS = 7;
const COMMANDS = 80;
const LINES = ['add Buy milk', 'list'];
const EXTERNAL = fileURLToPath(new URL('../../src/program/external/testing/todo', import.meta.url));
const ALICE = 'alice'.padEnd(26, '0') as UserId;

/** The same lines, answered in process from a SQLite file, and by a spawned shell script that keeps a text file. */
export async function programAnswer(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
  const newId = makeNewId(Date.now);
  const address = `sqlite:${join(folder, 'todo.sqlite')}`;
  const store = await openStore(address, { logger: silentLogger, now: Date.now, newId });
  const acts = makeActs({ store: store.todos, now: Date.now, newId });
  const open = (settings: ProgramSettings | null): TodoProgram => {
    const push = { programRan: () => undefined };
    const clockOf = async () => ({ zone: 'Europe/Berlin', locale: 'en' });
    return openProgram({
      settings,
      acts,
      store: store.todos,
      now: Date.now,
      push,
      clockOf,
      colleagues: NO_COLLEAGUES,
      personSettings: NO_SETTINGS,
      recipients: NO_CHANNELS,
    }).program;
  };
  const external = externalSettings(join(folder, 'homes'));
  const seen = await interleaved(ROUNDS, answersOf(open(null)), answersOf(open(external)));
  await store.close();
  await rm(folder, { recursive: true });
  const [ours, theirs] = [median(seen.ours), median(seen.theirs)];
  const name = 'answer time of the built-in todo against a spawned one';
  return atMost(0.1, { name, value: ours / theirs, unit: ratioUnit(ours, theirs, 'ms') });
}

function externalSettings(home: string): ProgramSettings | null {
  const given = { TODO_PROGRAM: 'todo', TODO_PROGRAM_PATH: EXTERNAL, TODO_PROGRAM_HOME: home };
  const parsed = parseProgramSettings({ ...given, PATH: process.env['PATH'] });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.settings;
}

const answersOf =
  (program: TodoProgram): Measurement =>
  async () => {
    const times: number[] = [];
    for (let n = 0; n < COMMANDS; n += 1) {
      const startedAt = performance.now();
      const { ok, text } = await program.run({
        input: { line: LINES[n % LINES.length] ?? '' },
        actorId: ALICE,
        listId: personList(ALICE),
      });
      times.push(performance.now() - startedAt);
      if (!ok) throw new Error(text);
    }
    return median(times);
  };
