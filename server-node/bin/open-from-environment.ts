import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SettingsSource } from '../src/config/given-values.ts';
import { clockOfMachine } from './clock-of-machine.ts';
import { NO_COLLEAGUES } from '../src/callers/colleagues.ts';
import { makeManageSettings } from '../src/person-settings/manage-settings.ts';
import { readProgramSettings } from '../src/config/program-settings.ts';
import { readSettings } from '../src/config/read-settings.ts';
import { SETTINGS } from '../src/config/settings.ts';
import { openProgram, type OpenProgramDeps } from '../src/open-program.ts';
import type { TodoProgram } from '../src/program/ports.ts';
import { AppError } from '../src/shared/app-error.ts';
import { silentLogger, type Logger } from '../src/shared/logger.ts';
import { openStore } from '../src/store/open-store.ts';
import { makeActs } from '../src/todos/make-acts.ts';
import { makeNewId } from '../src/todos/new-id.ts';

const { DATABASE_URL, TODO_LANGUAGE } = SETTINGS;
const NEEDED = { DATABASE_URL, TODO_LANGUAGE };
const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** The store and the program that the backend has with the same environment. @throws {AppError} */
export async function openFromEnvironment(): Promise<{ program: TodoProgram; close: () => Promise<void> }> {
  const { databaseUrl, settings } = readFromEnvironment();
  // The store that the backend makes when nothing else is said is found from any directory.
  if (databaseUrl === DATABASE_URL.fallback) process.chdir(CHECKOUT);
  const now = Date.now;
  const newId = makeNewId(now);
  const store = await openStore(databaseUrl, { logger: warningLogger, now, newId });
  const acts = makeActs({ store: store.todos, now, newId });
  const push = { programRan: () => undefined };
  const { program } = openProgram({
    ...{ settings, acts, store: store.todos, now, push, recipients: NOBODY_TO_ASK },
    clockOf: clockOfMachine,
    colleagues: NO_COLLEAGUES,
    personSettings: makeManageSettings({
      ...{ store: store.todos, people: store.people, clockOf: clockOfMachine, now },
      accountOf: async () => undefined,
    }),
  });
  return { program, close: () => store.close() };
}

/** Who reads a channel only Mattermost knows, of which a terminal knows nothing: so there is nothing to be shown of it. */
const NOBODY_TO_ASK: OpenProgramDeps['recipients'] = {
  channelSeenBy: async () => ({ mayRead: false, name: '', path: undefined }),
  siteUrl: async () => undefined,
};

/** For instance that there was no store yet, and a new and empty one was made. */
const warningLogger: Logger = {
  ...silentLogger,
  warn: (fields, sentence) => void process.stderr.write(`todo: ${sentence} ${JSON.stringify(fields)}\n`),
};

/** Only what a terminal needs: no tokens of Mattermost. */
function readFromEnvironment() {
  const source: SettingsSource = { env: process.env, readFile: (path) => readFileSync(path, 'utf8') };
  const faults: string[] = [];
  const values = readSettings(NEEDED, source, faults);
  const settings = readProgramSettings(source, faults);
  if (faults.length > 0) throw new AppError('invalid_config', faults.join('\n'));
  return { databaseUrl: values.DATABASE_URL, settings };
}
