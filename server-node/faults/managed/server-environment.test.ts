import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noBareRoot } from '../../scripts/executable/testing/bare-root.ts';
import { add, openTodos } from './stage/ask.ts';
import { inReadOnlyFolder } from './stage/in-read-only-folder.ts';
import { asShipped, noExecutable, type Command } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

/** Each of these ends a plain Node, or lets it stand still until a debugger comes. */
const NODE_OPTIONS = ['--no-such-option', '--inspect-brk=0', '--max-old-space-size=1'];

let stage: ManagedStage | undefined;
let shipped: Command;
beforeEach(async () => void (shipped = await asShipped()), 120_000);
afterEach(() => stage?.close(), 30_000);

async function expectItWorks(): Promise<ManagedStage> {
  const there = stage as ManagedStage;
  await there.start();
  expect((await add(there, 'alice', 'as ever')).status).toBe(201);
  expect(await openTodos(there, 'alice')).toHaveLength(1);
  return there;
}

(noExecutable === undefined ? it : it.skip).each(NODE_OPTIONS)(
  `NODE_OPTIONS=%s of the server changes nothing${noExecutable === undefined ? '' : ` (skipped: ${noExecutable})`}`,
  async (options) => {
    stage = await openManagedStage({ command: shipped, env: { NODE_OPTIONS: options } });
    const { plugin } = await expectItWorks();
    expect(plugin().logLines.join('\n')).not.toMatch(/Debugger|inspector/i);
  },
  60_000,
);

const why = noExecutable ?? noBareRoot();

(why === undefined ? describe : describe.skip)(
  `a plugin folder that cannot be written to${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    it('is enough for a user without rights', async () => {
      stage = await openManagedStage({ command: inReadOnlyFolder(shipped[0], []) });
      const { plugin, leftovers } = await expectItWorks();
      expect(plugin().handshake).toMatch(/\|unix\|\/.*\.sock\|/);
      expect(leftovers()).toEqual([]);
    }, 60_000);

    it('is enough when nothing temporary can be written either: then the socket needs no file', async () => {
      const temp = await mkdtemp(join(tmpdir(), 'todo-no-temp-'));
      const command = inReadOnlyFolder(shipped[0], [temp]);
      stage = await openManagedStage({ command, env: { TMPDIR: temp } });
      const { plugin } = await expectItWorks();
      expect(plugin().handshake).toMatch(/\|unix\|@mattermost-plugin-/);
      await rm(temp, { recursive: true });
    }, 60_000);
  },
);
