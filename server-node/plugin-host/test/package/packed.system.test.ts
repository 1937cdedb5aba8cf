import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { run } from '../../scripts/build-package.ts';
import { pack } from '../../scripts/pack.ts';
import { startPlugin } from '../host/plugin-process.ts';

const LIMIT_MS = 60_000;
const { resolve } = createRequire(import.meta.url);

/** What somebody writes who has only the package. */
const PLUGIN = `
import { runPlugin, type Post } from 'mattermost-plugin-host';
await runPlugin(({ api, log }) => {
  const lengthOf = ({ Message }: Post) => Message.length;
  return {
    async ExecuteCommand(_context, { UserId }) {
      const { Username } = await api.GetUser(UserId);
      return { Text: \`Hello, \${Username}!\` };
    },
    MessageHasBeenPosted: (_context, post) => log.info('posted', { length: lengthOf(post) }),
  };
});
`;
const TEST = `
import { inProcess } from 'mattermost-plugin-host/testing';
const { mattermost } = inProcess(() => ({ ExecuteCommand: () => ({ Text: 'hi' }) }));
await mattermost.activate();
console.log(JSON.stringify(await mattermost.hook('ExecuteCommand', {}, {})));
mattermost.close();
`;

let folder = '';

/** A stranger's folder: the package in node_modules, no link to the sources. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-host-stranger-'));
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  run('tar', ['-xzf', pack(folder), '-C', folder]);
  renameSync(join(folder, 'package'), join(folder, 'node_modules/mattermost-plugin-host'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'plugin.ts'), PLUGIN);
  writeFileSync(join(folder, 'test.ts'), TEST);
}, LIMIT_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package as it is published', () => {
  it('runs a plugin in plain Node', async () => {
    const answers = { GetUser: () => ({ Username: 'alice' }) as never };
    const plugin = await startPlugin([process.execPath, join(folder, 'plugin.ts')], { answers });
    await plugin.mattermost.activate();
    const reply = await plugin.mattermost.hook('ExecuteCommand', {}, { UserId: 'u' });
    expect(reply).toMatchObject({ A: { Text: 'Hello, alice!' } });
    await plugin.mattermost.deactivate();
    expect(await plugin.exited).toBe(0);
  });

  it('plays Mattermost in a test', () => {
    expect(JSON.parse(run(process.execPath, [join(folder, 'test.ts')]))).toMatchObject({ A: { Text: 'hi' } });
  });

  it(
    'brings its types: a right plugin compiles, a wrong one does not',
    () => {
      symlinkSync(dirname(resolve('@types/node/package.json')), join(folder, 'node_modules/@types/node'));
      writeFileSync(join(folder, 'wrong.ts'), PLUGIN.replace('UserId);', 'UserId, 1);'));
      const options = '--noEmit --strict --target es2024 --module nodenext --types node --skipLibCheck false';
      const compile = (name: string) =>
        run(process.execPath, [resolve('typescript/bin/tsc'), ...options.split(' '), join(folder, name)]);
      compile('plugin.ts');
      expect(() => compile('wrong.ts')).toThrow(/wrong\.ts.*Expected 1 arguments, but got 2/s);
    },
    LIMIT_MS,
  );
});
