import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { MattermostOptions } from '../../test/host/mattermost-side.ts';
import type { PluginProcess } from '../../test/host/plugin-process.ts';
import { PLUGIN_ENVIRONMENT, startPlugin } from '../../test/host/plugin-process.ts';

const INDEX = new URL('../index.ts', import.meta.url).href;
const HELLO = new URL('../../example/hello.ts', import.meta.url).pathname;

let folder = '';
let started: PluginProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-life-'));
});

afterEach(() => {
  for (const { child } of started) child.kill('SIGKILL');
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Code of a plugin: `body` is the inside of `runPlugin(({ api, http, log }) => …)`. */
function scriptOf(body: string, limits: object = {}): string {
  const script = join(folder, 'plugin.mjs');
  const load = `async ({ api, http, log }) => { ${body} }`;
  writeFileSync(
    script,
    `import { runPlugin } from ${JSON.stringify(INDEX)};\nawait runPlugin(${load}, ${JSON.stringify({ limits })});\n`,
  );
  return script;
}

/** Runs `body`, the inside of `runPlugin(({ api, http, log }) => …)`, as a process of its own. */
async function running(
  body: string,
  options: MattermostOptions & { env?: Record<string, string>; limits?: object } = {},
): Promise<PluginProcess> {
  const plugin = await startPlugin([process.execPath, scriptOf(body, options.limits)], {
    ...options,
    env: { TMPDIR: folder, ...options.env },
  });
  started.push(plugin);
  return plugin;
}

const sockets = () => readdirSync(folder).filter((name) => name.endsWith('.sock'));

describe('a plugin process', () => {
  it('runs the example: greets by command', async () => {
    const answers: MattermostOptions['answers'] = {
      GetServerVersion: () => '11.2.1',
      GetUser: () => ({ Username: 'alice' }) as never,
    };
    const plugin = await startPlugin([process.execPath, HELLO], { answers, env: { TMPDIR: folder } });
    started.push(plugin);
    expect(plugin.handshake).toMatch(/^1\|1\|unix\|.+\|netrpc\|$/);
    await plugin.mattermost.activate();
    expect(await plugin.mattermost.hook('ExecuteCommand', {}, { UserId: 'u' })).toMatchObject({
      A: { Text: 'Hello, alice!' },
    });
    await plugin.mattermost.deactivate();
    expect(await plugin.exited).toBe(0);
  });

  it('loads after the handshake, and its socket file is gone once Mattermost has connected', async () => {
    const slow = 'await new Promise((resolve) => setTimeout(resolve, 300)); return { OnDeactivate() {} };';
    const plugin = await running(slow);
    await plugin.mattermost.activate();
    expect(plugin.mattermost.implemented).toContain('OnDeactivate');
    expect(sockets()).toEqual([]);
  });

  it('is gone when Mattermost is', async () => {
    const plugin = await running('return {};');
    await plugin.mattermost.activate();
    plugin.mattermost.close();
    expect(await plugin.exited).toBe(0);
  });

  it('shows why it could not be loaded', async () => {
    const plugin = await running("throw new Error('no database');");
    await expect(plugin.mattermost.activate()).rejects.toThrow('The plugin could not be loaded: no database');
  });

  it('outlives signals, so that Mattermost can end it properly', async () => {
    const plugin = await running("return { OnDeactivate() { log.info('bye'); } };");
    await plugin.mattermost.activate();
    plugin.child.kill('SIGINT');
    plugin.child.kill('SIGTERM');
    await plugin.mattermost.ping();
    await plugin.mattermost.deactivate();
    expect(await plugin.exited).toBe(0);
    expect(plugin.mattermost.apiCalls.map(({ args }) => args[0])).toContain('bye');
  });

  it('ends by itself when nothing follows a SIGTERM', async () => {
    const plugin = await running('return {};', { limits: { terminationMs: 200 } });
    await plugin.mattermost.activate();
    plugin.child.kill('SIGTERM');
    expect(await plugin.exited).toBe(0);
  });

  it('ends, to be started anew, when Mattermost has closed the API for good', async () => {
    const plugin = await running('return {};');
    await plugin.mattermost.activate();
    plugin.mattermost.endApi();
    await plugin.mattermost.ping();
    expect(await plugin.exited).toBe(1);
    expect(plugin.logLines.join()).toMatch(/\[ERROR\] The plugin ends because it cannot reach the API/);
  });

  it('ends when Mattermost says so, even while OnDeactivate hangs', async () => {
    const plugin = await running('return { OnDeactivate: () => new Promise(() => {}) };');
    await plugin.mattermost.activate();
    const hanging = plugin.mattermost.hook('OnDeactivate');
    hanging.catch(() => undefined);
    await plugin.mattermost.ping();
    await plugin.mattermost.quit();
    await expect(hanging).rejects.toThrow();
    expect(await plugin.exited).toBe(0);
  });

  it.each([
    ['thrown', "throw new Error('stray')"],
    ['rejected', "void Promise.reject(new Error('stray'))"],
  ])('survives errors that nobody caught: %s outside of any request', async (_how, stray) => {
    const plugin = await running(`return { OnActivate() { setTimeout(() => { ${stray}; }, 5); } };`);
    await plugin.mattermost.activate();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await plugin.mattermost.ping();
    const entry = plugin.mattermost.apiCalls.find(({ method }) => method === 'LogError');
    expect(entry?.args[1]).toEqual(expect.arrayContaining(['error', 'stray']));
  });

  it('logs on standard error before there is an API, through it afterwards, and never on standard output', async () => {
    const plugin = await running(
      "log.warn('early', { n: 1 }); return { OnActivate() { log.info('later', { n: 2, b: true }); console.log('printed'); } };",
    );
    await plugin.mattermost.activate();
    await plugin.mattermost.ping();
    expect(plugin.logLines).toEqual(expect.arrayContaining(['[WARN] early n=1', '[INFO] printed']));
    expect(plugin.mattermost.apiCalls).toContainEqual({
      method: 'LogInfo',
      args: ['later', ['n', 2, 'b', true]],
    });
  });

  it('takes away what a killed process left', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder, `mattermost-plugin-${pid}-0123456789ab.sock`), '');
    const plugin = await running('return {};');
    await plugin.mattermost.activate();
    await plugin.mattermost.ping();
    expect(sockets()).toEqual([]);
  });

  it('needs no writable folder', async () => {
    const plugin = await running('return {};', { env: { TMPDIR: join(folder, 'missing') } });
    expect(plugin.handshake).toMatch(/^1\|1\|unix\|@mattermost-plugin-/);
    await plugin.mattermost.activate();
  });

  it('refuses to run by hand', () => {
    const { status, stderr } = spawnSync(process.execPath, [HELLO], { env: {}, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('Mattermost starts it by itself')]);
  });

  it.each<[string, object, (child: ChildProcess) => unknown, RegExp]>([
    ['at SIGTERM', {}, (child) => child.kill('SIGTERM'), /told to before Mattermost had connected/],
    ['at SIGINT', {}, (child) => child.kill('SIGINT'), /told to before Mattermost had connected/],
    ['by itself in time', { connectMs: 200 }, () => undefined, /has not connected within 200 ms/],
  ])('ends %s as long as nobody has connected, and leaves no socket', async (_when, limits, act, why) => {
    const child = spawn(process.execPath, [scriptOf('return {};', limits)], {
      env: { ...PLUGIN_ENVIRONMENT, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = child.stderr.toArray();
    await once(child.stdout, 'data');
    act(child);
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect((await said).join('')).toMatch(why);
    expect(sockets()).toEqual([]);
  });
});
