import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { add, ask, openTodos } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';
import { isLinux, isRunning, openFiles } from './stage/process-facts.ts';

const TIMES = 50;

let stage: ManagedStage;
beforeEach(async () => void (stage = await openManagedStage({ command: await asShipped() })), 120_000);
afterEach(() => stage.close(), 30_000);

const noConnections = async () => (await stage.database.connections()) === 0;

(isLinux ? it : it.skip)(
  'disabled and enabled 50 times: no process, connection or file of it is left, and it works',
  async () => {
    const pids: number[] = [];
    for (let time = 1; time <= TIMES; time += 1) {
      await stage.start();
      pids.push(stage.pid());
      expect((await add(stage, 'alice', `time ${time}`)).status).toBe(201);
      await stage.disable();
      expect(await stage.plugin().exited).toBe(0);
    }
    expect(pids.filter(isRunning)).toEqual([]);
    expect(stage.leftovers()).toEqual([]);
    await stage.until(noConnections);
    await stage.start();
    expect(await openTodos(stage, 'alice')).toHaveLength(TIMES);
    expect(stage.logged('LogError')).toEqual([]);
  },
  120_000,
);

(isLinux ? it : it.skip)(
  'given other settings 50 times while it runs: it holds no more files and connections than before',
  async () => {
    await stage.start();
    await changeSettings(2);
    const before = { files: openFiles(stage.pid()), connections: await stage.database.connections() };
    await changeSettings(TIMES);
    await stage.until(async () => (await stage.database.connections()) <= before.connections);
    await stage.until(() => openFiles(stage.pid()) <= before.files);
    expect((await ask(stage, 'alice', 'GET', '/me')).body).toMatchObject({ webhookList: listOf(TIMES) });
  },
  120_000,
);

const listOf = (time: number) => (time % 2 === 0 ? 'channel' : 'person');

async function changeSettings(times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    stage.played.settings['webhooklist'] = listOf(time);
    await stage.plugin().mattermost.hook('OnConfigurationChange');
    expect((await add(stage, 'alice', `change ${time}`)).status).toBe(201);
  }
}
