import { describe, expect, it } from '@jest/globals';
import type { RestCall } from '../../src/mattermost/rest/rest-call.ts';
import { RestError } from '../../src/mattermost/rest/rest-error.ts';
import { STATE } from '../../src/setup/plugin/plugin-records.ts';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleName } from './bundle-file.ts';
import { bundlesToBuild } from './bundles-to-build.ts';
import { readDeployOptions } from './deploy-options.ts';
import { putPlugin } from './put-plugin.ts';

const PLUGIN = { id: 'todo-node', version: '2.0.0', bytes: new Uint8Array([1]), withinMs: 0 };
const refused =
  (id: string, status = 500) =>
  () => {
    throw new RestError(`POST /plugins: ${status} (${id})`, { status, id });
  };

interface World {
  state: number;
  version: string;
  error: string;
  enabled: boolean;
}

/** The part of Mattermost that runs plugins, as it was seen to behave: enabling what is enabled does nothing. */
function fakeMattermost(there: Partial<World> | undefined, onUpload: (world: World) => void, settings = {}) {
  const world = { state: 0, version: '1.0.0', error: '', enabled: false, ...there };
  let isThere = there !== undefined;
  const calls: string[] = [];
  const routes: Record<string, () => unknown> = {
    'GET /config': () => ({
      ServiceSettings: {},
      RateLimitSettings: {},
      PluginSettings: { EnableUploads: true, ...settings },
    }),
    'GET /plugins/statuses': () => (isThere ? [{ plugin_id: PLUGIN.id, ...world }] : []),
    'POST /plugins': () => (onUpload(world), (isThere = true), {}),
    'POST /plugins/todo-node/enable': () => {
      if (!world.enabled && world.state === STATE.notRunning) world.state = STATE.running;
      return { enabled: (world.enabled = true) };
    },
    'POST /plugins/todo-node/disable': () => Object.assign(world, { enabled: false, state: 0 }),
  };
  const call: RestCall = async ({ method, path }) => {
    const line = `${method} ${path.replace('/api/v4', '')}`;
    if (method !== 'GET') calls.push(line);
    const body = Buffer.from(JSON.stringify(routes[line]?.()));
    return { status: 200, headers: {}, body };
  };
  return { call, calls, world };
}

const takes =
  (more: Partial<World> = {}) =>
  (world: World) =>
    void Object.assign(world, { version: PLUGIN.version, ...more });

describe('deploy', () => {
  it('uploads, enables, and is content when it runs', async () => {
    const { call, calls } = fakeMattermost(undefined, takes());
    await putPlugin(call, PLUGIN);
    expect(calls).toEqual(['POST /plugins', 'POST /plugins/todo-node/enable']);
  });

  it('waits for a node that is later', async () => {
    const { call, world } = fakeMattermost({ enabled: true, state: 2 }, takes({ state: 0 }));
    setTimeout(() => (world.state = STATE.running), 100);
    await putPlugin(call, { ...PLUGIN, withinMs: 5_000 });
    expect(world.state).toBe(STATE.running);
  });

  it.each<[string, object, RegExp]>([
    ['plugins are off', { Enable: false }, /Plugins are off/],
    ['uploads are off', { EnableUploads: false }, /MM_PLUGINSETTINGS_ENABLEUPLOADS=true/],
    ['only signed ones are taken', { RequirePluginSignature: true }, /RequirePluginSignature/],
  ])('uploads nothing when %s, and says what to do', async (_what, settings, expected) => {
    const { call, calls } = fakeMattermost(undefined, takes(), settings);
    await expect(putPlugin(call, PLUGIN)).rejects.toThrow(expected);
    expect(calls).toEqual([]);
  });

  it.each<[string, () => never, RegExp]>([
    ['the proxy has a limit', refused('not_mattermost', 413), /client_max_body_size/],
    ['Mattermost has a limit', refused('api.plugin.upload.file_too_large.app_error', 413), /MaxFileSize/],
    [
      'the folder is read-only',
      refused('app.plugin.mvdir.app_error'),
      /read-only.*PluginSettings\.Directory/,
    ],
    ['the account is no administrator’s', refused('api.context.permissions.app_error', 403), /administrator/],
    ['the file store is away', refused('app.plugin.store_bundle.app_error'), /FileSettings/],
    ['it is refused for reasons of its own', refused('app.other', 400), /400 \(app\.other\).*log/],
  ])('says what to do when %s', async (_what, onUpload, expected) => {
    const { call } = fakeMattermost(undefined, onUpload);
    await expect(putPlugin(call, PLUGIN)).rejects.toThrow(expected);
  });

  it('takes a connection that ends midway for a limit of the proxy', async () => {
    const cut = () => {
      throw new RestError('ECONNRESET', { status: 0, id: 'no_answer', mayHaveHappened: true });
    };
    await expect(putPlugin(fakeMattermost(undefined, cut).call, PLUGIN)).rejects.toThrow(
      /limit of the proxy/,
    );
  });

  it('starts again what a failed upload has stopped, and says so', async () => {
    const stops = (world: World) => {
      world.state = STATE.notRunning;
      return refused('app.plugin.install_id_failed_remove.app_error')();
    };
    const { call, world } = fakeMattermost({ enabled: true, state: STATE.running }, stops);
    const told = /read-only[^]*had stopped.*version 1\.0\.0 has been enabled again and runs/;
    await expect(putPlugin(call, PLUGIN)).rejects.toThrow(told);
    expect(world.state).toBe(STATE.running);
  });

  it('leaves alone what was not running before', async () => {
    const { call, calls } = fakeMattermost({}, refused('app.plugin.mvdir.app_error'));
    await expect(putPlugin(call, PLUGIN)).rejects.toThrow('read-only');
    expect(calls).toEqual(['POST /plugins']);
  });

  it('gives the reason of the status when the new one does not start in place of the old', async () => {
    const fails = (world: World) => {
      takes({ state: STATE.failedToStart, error: 'fork/exec x: permission denied' })(world);
      return refused('app.plugin.restart.app_error')();
    };
    const { call } = fakeMattermost({ enabled: true, state: STATE.running }, fails);
    await expect(putPlugin(call, PLUGIN)).rejects.toThrow(/noexec.*To do:/);
  });

  it('gives up at once when it cannot start', async () => {
    const { call } = fakeMattermost(
      undefined,
      takes({ state: STATE.failedToStart, error: 'exec format error' }),
    );
    await expect(putPlugin(call, { ...PLUGIN, withinMs: 60_000 })).rejects.toThrow('another processor');
  });
});

describe('which bundle is deployed', () => {
  const nameFor = (line: string, installed?: { isManaged: boolean }) => {
    const options = readDeployOptions(line.split(' ').filter((word) => word !== ''));
    return options && bundleName(options, installed).replace(/^.*?\d+\.\d+\.\d+/, '');
  };

  it.each([
    ['', undefined, '.tar.gz'],
    ['', { isManaged: false }, '.tar.gz'],
    ['--platform linux-amd64', undefined, '-linux-amd64.tar.gz'],
    ['--platform linux-arm64', { isManaged: false }, '-linux-arm64.tar.gz'],
    ['--sidecar', { isManaged: true }, '.tar.gz'],
  ])('with "%s" where %j is installed: %s', (line, installed, expected) => {
    expect(nameFor(line, installed)).toBe(expected);
  });

  it.each([
    ['--managed', undefined],
    ['', { isManaged: true }],
  ])('with "%s" where %j is installed: that of this machine', (line, installed) => {
    expect(nameFor(line, installed)).toMatch(/^-linux-(amd64|arm64)\.tar\.gz$/);
  });

  it.each(['--platform windows', '--managed --sidecar', '--what'])('refuses %s', (line) => {
    expect(() => nameFor(line)).toThrow();
  });
});

describe('what is built before it is uploaded', () => {
  it.each<[string[], boolean, string[]]>([
    [['--sidecar'], true, []],
    [['--platform', 'linux-arm64'], false, ['linux-arm64']],
    [[], true, ['linux-amd64', 'linux-arm64']],
  ])('is only what %j may upload', (args, sidecar, platforms) => {
    const options = readDeployOptions(args);
    expect(options && bundlesToBuild(options)).toEqual({ sidecar, platforms });
  });

  it('has the file that will be read then', () => {
    const options = readDeployOptions(['--platform', 'linux-arm64']);
    expect(options && bundleName(options, undefined)).toContain(
      bundlesToBuild(options as never).platforms[0],
    );
  });

  it.each(['deploy', 'dist'])('is told by make %s', (target) => {
    const cwd = fileURLToPath(new URL('../../..', import.meta.url));
    const { stdout } = spawnSync('make', ['-n', target, 'ARGS=--sidecar'], { cwd, encoding: 'utf8' });
    expect(stdout).toMatch(/run --silent dist -- --sidecar$/m);
  });
});
