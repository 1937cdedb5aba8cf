import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');

/** One import of each kind: from a file that need not be there, of one that is. */
const FORBIDDEN = [
  ['server-node/src/contract/probe.ts', '../shared/time.ts'],
  ['server-node/src/shared/probe.ts', '../todos/todo.ts'],
  ['server-node/src/todos/probe.ts', '../store/outbox.ts'],
  ['server-node/src/todos/probe.ts', '../managed/todo-command.ts'],
  ['server-node/src/todos/probe.ts', '../create-server.ts'],
  ['server-node/src/store/probe.ts', '../jobs/prune.ts'],
  ['server-node/src/http/probe.ts', '../create-server.ts'],
  ['server-node/src/http/probe.ts', '../setup/run-setup.ts'],
  ['server-node/src/sidecar/probe.ts', '../managed/todo-command.ts'],
  ['server-node/src/todos/probe.ts', '../../preview/main.ts'],
  ['server-node/plugin-host/src/probe.ts', '../../src/shared/time.ts'],
  ['webapp/src/ui/probe.ts', '../app/app.ts'],
  ['webapp/src/api/probe.ts', '../model/state.ts'],
  ['webapp/src/model/probe.ts', '../host/texts.ts'],
  ['webapp/src/sync/probe.ts', '../app/app.ts'],
  ['webapp/src/app/probe.ts', '../features/undo/undo-bar.tsx'],
  ['webapp/src/features/undo/probe.ts', '../list/row-text.tsx'],
  ['webapp/src/features/undo/probe.ts', '../../sidebar/sidebar.tsx'],
  ['webapp/src/features/undo/probe.ts', '../../plugin.tsx'],
  ['webapp/src/model/probe.ts', '../../../server-node/src/store/outbox.ts'],
] as const;

/** The negative control: the same kinds of files, with imports that the arrows allow. */
const ALLOWED = [
  ['server-node/src/todos/probe.ts', '../contract/vocabulary.ts'],
  ['server-node/src/todos/probe.ts', '../replies/reply.ts'],
  ['server-node/src/store/probe.ts', '../todos/todo.ts'],
  ['server-node/src/managed/probe.ts', '../http/listen.ts'],
  ['server-node/src/managed/probe.ts', '../create-server.ts'],
  ['server-node/src/todos/probe.test.ts', '../store/open-store.ts'],
  ['webapp/src/model/probe.ts', '../api/request-failure.ts'],
  ['webapp/src/features/undo/probe.ts', '../../ui/icon.tsx'],
] as const;

/** ESLint does not run inside Jest's modules, so all probes go through one process of its own. */
const SCRIPT = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const told = [];
  for (const [filePath, from] of JSON.parse(process.argv[1])) {
    const [{ messages }] = await eslint.lintText("import '" + from + "';\\n", { filePath });
    told.push(messages.some(({ ruleId }) => ruleId === 'import-x/no-restricted-paths'));
  }
  process.stdout.write(JSON.stringify(told));
`;

let refused: boolean[];
beforeAll(async () => {
  const args = ['--input-type=module', '--eval', SCRIPT, JSON.stringify([...FORBIDDEN, ...ALLOWED])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  refused = JSON.parse(stdout) as boolean[];
}, 120_000);

it.each(FORBIDDEN.map(([file, from], at) => [file, from, at] as const))(
  '%s may not import %s',
  (_file, _from, at) => expect(refused[at]).toBe(true),
);

it.each(ALLOWED.map(([file, from], at) => [file, from, FORBIDDEN.length + at] as const))(
  '%s may import %s',
  (_file, _from, at) => expect(refused[at]).toBe(false),
);
