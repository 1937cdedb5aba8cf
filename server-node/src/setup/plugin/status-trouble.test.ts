import { describe, expect, it } from '@jest/globals';
import { STATE, type PluginStatus } from './plugin-records.ts';
import { statusTrouble } from './status-trouble.ts';

const status = (more: Partial<PluginStatus> = {}): PluginStatus => ({
  plugin_id: 'todo-node',
  state: STATE.running,
  version: '1.0.0',
  error: '',
  ...more,
});
const failed = (error: string) => [status({ state: STATE.failedToStart, error })];

describe('what is wrong with an installed plugin', () => {
  it('is nothing when every node runs it', () => {
    expect(statusTrouble([status(), status()], '1.0.0')).toBeUndefined();
  });

  it.each<[string, PluginStatus[], RegExp, RegExp]>([
    ['it is not there', [], /not installed/, /deploy/],
    ['one node of two does not run it', [status(), status({ state: 0 })], /does not run/, /enable/],
    ['an older version runs', [status({ version: '0.9.0' })], /0\.9\.0 runs, not 1\.0\.0/, /deploy again/],
    ['it was given up', [status({ state: STATE.givenUp })], /three times/, /disable and enable/],
    [
      'the folder is noexec',
      failed('unable to start plugin: todo-node: fork/exec /p/todo-node/server/todo-node: permission denied'),
      /noexec.*says: unable to start/,
      /PluginSettings\.Directory/,
    ],
    [
      'the bundle is for another platform',
      failed(
        'unable to start plugin: todo-node: failed to apply option: backend executable not found for environment: linux/arm64',
      ),
      /linux-arm64/,
      /--platform linux-arm64/,
    ],
    [
      'there is no glibc',
      failed('fork/exec /p/server/todo-node: no such file or directory'),
      /no glibc/,
      /glibc 2\.28/,
    ],
    [
      'the disk was full during an upload',
      failed(
        'unable to generate webapp bundle: todo-node: unable to copy webapp bundle directory: todo-node: stat /p/webapp/dist: no such file or directory',
      ),
      /could not unpack/,
      /200 MB/,
    ],
    ['Mattermost is too old', failed('plugin requires Mattermost 11.0.0: todo-node'), /11\.0\.0/, /update/],
    [
      'it may make no schema',
      failed('The database user may not create the schema todo_node, … Let an owner run CREATE SCHEMA …'),
      /may not create the schema.*CREATE SCHEMA/,
      /that statement; then disable and enable/,
    ],
    ['nobody has seen it yet', failed('the moon is full.'), /says: the moon is full\.$/, /log/],
    ['nothing is said', failed(''), /says: nothing\.$/, /log/],
  ])('is told when %s, with what to do', (_what, found, saw, fix) => {
    const trouble = statusTrouble(found, '1.0.0');
    expect(trouble?.saw).toMatch(saw);
    expect(trouble?.fix).toMatch(fix);
    expect(`${trouble?.saw}${trouble?.fix}`).not.toMatch(/\$\d|undefined/);
  });
});
