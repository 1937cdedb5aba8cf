import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { until } from '../store/testing/until.ts';
import { userId, channelId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';

let backend: ManagedBackend | undefined;
let folder = '';
afterEach(async () => {
  await backend?.close();
  await rm(folder, { recursive: true });
});

/** Writes down when it begins and when it ends, beside the folders of the lists; ends when it may. */
const PROGRAM = `#!/bin/sh
echo begin >> "$HOME/../seen"
until [ -e "$HOME/../may-end" ]; do sleep 0.02; done
echo end >> "$HOME/../seen"
echo "did $*"
`;
/** Long enough for what must not happen, to happen. */
const A_WHILE_MS = 400;

async function open(): Promise<ManagedBackend> {
  folder = await mkdtemp(join(tmpdir(), 'todo-hand-over-'));
  const program = join(folder, 'slow');
  await writeFile(program, PROGRAM);
  await chmod(program, 0o755);
  const one = await openManagedBackend({ program, programfolder: join(folder, 'lists') });
  one.people.add('ann');
  return one;
}

const seen = async () => {
  const text = await readFile(join(folder, 'lists', 'seen'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
};

it('a program is not run for new settings while it still runs for the old ones', async () => {
  const one = (backend = await open());
  const type = (Command: string) => {
    const typed = { UserId: userId('ann'), ChannelId: channelId('town'), RootId: '', Command, TriggerId: '' };
    return one.mattermost.hook('ExecuteCommand', { RequestId: 'r' }, typed);
  };
  const first = type('/todo add one');
  await until(async () => (await seen()).length === 1);
  one.played.settings['requestsperminute'] = 50;
  await one.mattermost.hook('OnConfigurationChange');
  const others = [type('/todo add two'), type('/todo add three')];
  await sleep(A_WHILE_MS);
  expect(await seen()).toEqual(['begin']);
  await writeFile(join(folder, 'lists', 'may-end'), '');
  await Promise.all([first, ...others]);
  await until(async () => (await seen()).length === 6);
  expect(await seen()).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
});
