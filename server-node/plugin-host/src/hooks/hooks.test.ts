import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import type { HookName } from '../../test/host/mattermost-side.ts';
import { annotatingReader, spelled } from '../../test/recordings/annotated.ts';
import { expectSubset } from '../../test/recordings/expect-subset.ts';
import { goldenFiles, recordedJson, streamOf } from '../../test/recordings/golden.ts';
import { plain } from '../../test/recordings/plain.ts';
import { letter } from '../api/method.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import { REGISTERED_TYPES } from '../model/registered-types.ts';
import { HOOKS } from './hook-table.ts';
import type { Plugin } from './plugin.ts';

const files = goldenFiles('hooks').filter(
  ({ file }) => !/Implemented|ServeHTTP|OnActivate|FileWillBeUploaded/.test(file),
);
const cases = files.flatMap(({ method, cases: golden }) =>
  golden.map((one, index) => [method.replace('Plugin.', '') as HookName, index, one] as const),
);

const codec = { registered: REGISTERED_TYPES };

/** A plugin with this one handler, which keeps what it was given. */
async function withHandler(name: HookName, handler: (...args: unknown[]) => unknown) {
  const calls: unknown[][] = [];
  const keep = (...args: unknown[]) => (calls.push(args), handler(...args));
  const both = inProcess(() => ({ [name]: keep }) as Plugin);
  await both.mattermost.activate();
  return { ...both, calls };
}

describe('hooks over recorded data', () => {
  it('are all there', () => {
    const recorded = new Set(cases.map(([name]) => name));
    for (const name of recorded) expect(Object.keys(HOOKS)).toContain(name);
    expect([...recorded, 'OnActivate'].sort()).toEqual(Object.keys(HOOKS).sort());
  });

  it.each(cases)('%s %i: hands the recorded arguments to the handler', async (name, _index, golden) => {
    const reader = new GobReader(codec);
    reader.push(streamOf(golden.request?.args ?? { defs: [], message: '', value: {} }));
    const args = reader.read(HOOKS[name].argsType)?.value as Record<string, unknown>;
    const inOrder = Object.keys(args).map((_, index) => args[letter(index)]);
    const { mattermost, calls, logged } = await withHandler(name, () => undefined);
    await mattermost.hook(name, ...inOrder);
    mattermost.close();
    expect(logged).toEqual([]);
    const expected = plain(golden.request?.args.value) as Record<string, unknown>;
    expectSubset(
      Object.fromEntries((calls.at(-1) ?? []).map((arg, index) => [letter(index), arg])),
      asHandled(expected),
    );
  });

  it.each(cases)('%s %i: can send the recorded reply', (name, _index, golden) => {
    const bytes = new GobWriter(codec).encode(HOOKS[name].answer.type, plain(golden.reply.body.value));
    const reader = annotatingReader();
    reader.push(bytes);
    const recorded = plain(golden.reply.body.value) as object;
    expect(plain(spelled(reader.read()?.value))).toMatchObject(recorded);
    expect(reader.pendingBytes).toBe(0);
  });
});

/** A handler sees whose session a WebSocket request has, and no token in the data. */
function asHandled(args: Record<string, unknown>): Record<string, unknown> {
  const { C: request } = args as { C?: { Data?: Record<string, unknown>; Session?: object } };
  if (request?.Session === undefined) return args;
  const { Data, Session } = request;
  const whose = Object.fromEntries(Object.entries(Session).filter(([key]) => /^(User)?Id$/.test(key)));
  const token = Data?.['token'] === undefined ? {} : { token: '' };
  return { ...args, C: { ...request, Data: { ...Data, ...token }, Session: whose } };
}

describe('hooks that Go itself encoded', () => {
  const { cases: synthetic } = recordedJson('hooks-synthetic.json.gz') as {
    cases: { method: string; header: string; args: string }[];
  };

  it.each(synthetic.map(({ method, args }) => [method.replace('Plugin.', '') as HookName, args] as const))(
    '%s',
    (name, args) => {
      const reader = new GobReader(codec);
      reader.push(Buffer.from(args, 'hex'));
      const value = reader.read(HOOKS[name].argsType)?.value;
      expect(reader.pendingBytes).toBe(0);
      expect(value).toMatchObject(name === 'OnSendDailyTelemetry' ? {} : { A: { RequestId: 'r1' } });
    },
  );
});

describe('a handler that fails', () => {
  const boom = () => {
    throw new Error('boom');
  };

  it.each<[HookName, unknown[], object]>([
    [
      'ExecuteCommand',
      [{}, {}],
      { A: { ResponseType: 'ephemeral', Text: expect.stringContaining('went wrong') } },
    ],
    ['MessageHasBeenPosted', [{}, {}], {}],
    ['OnDeactivate', [], { A: { Err: 'boom' } }],
  ])('%s: answers as Mattermost can bear, and logs it', async (name, args, reply) => {
    const { mattermost, logged } = await withHandler(name, boom);
    expect(await mattermost.hook(name, ...args)).toMatchObject(reply);
    expect(logged.at(-1)).toMatchObject({ level: 'error', message: `The hook ${name} failed.` });
    await mattermost.hook(name, ...args);
    mattermost.close();
  });

  it('keeps the plugin from starting when it is OnActivate', async () => {
    const { mattermost } = inProcess(() => ({ OnActivate: boom }));
    await expect(mattermost.activate()).rejects.toThrow('boom');
    mattermost.close();
  });

  it('counts as failed when it does not end', async () => {
    const never = { ExecuteCommand: () => new Promise<never>(() => undefined) };
    const { mattermost } = inProcess(() => never, { limits: { hookTimeoutMs: 20 } });
    await mattermost.activate();
    expect(await mattermost.hook('ExecuteCommand', {}, {})).toMatchObject({
      A: { ResponseType: 'ephemeral' },
    });
    mattermost.close();
  });

  it('does no harm with a reply of the wrong shape', async () => {
    const { mattermost, logged } = await withHandler('ExecuteCommand', () => ({ Text: 7 }));
    await expect(mattermost.hook('ExecuteCommand', {}, {})).rejects.toThrow('does not fit its type');
    expect(logged.at(-1)?.level).toBe('error');
    await expect(mattermost.hook('ExecuteCommand', {}, {})).rejects.toThrow('does not fit its type');
    mattermost.close();
  });
});

describe('decisions about a post', () => {
  it.each<[string, unknown, object]>([
    ['nothing lets it pass', undefined, {}],
    ['a string refuses it', 'too rude', { B: 'too rude' }],
    ['a post replaces it', { Message: 'nicer' }, { A: { Message: 'nicer', Props: {} } }],
  ])('%s', async (_what, decision, reply) => {
    const { mattermost } = await withHandler('MessageWillBePosted', () => decision);
    expect(await mattermost.hook('MessageWillBePosted', {}, { Message: 'rude' })).toEqual(reply);
    mattermost.close();
  });
});

describe('the life of a session', () => {
  it('announces exactly the handlers, and ServeHTTP for the watchdog', async () => {
    const { mattermost } = inProcess(() => ({ ExecuteCommand: () => ({}), OnDeactivate: () => undefined }));
    await mattermost.activate();
    expect([...mattermost.implemented].sort()).toEqual([
      'ExecuteCommand',
      'OnActivate',
      'OnDeactivate',
      'ServeHTTP',
    ]);
    mattermost.close();
  });

  it('hands the configuration over before activation', async () => {
    const order: string[] = [];
    const both = inProcess(() => ({
      OnConfigurationChange: () => void order.push('configuration'),
      OnActivate: () => void order.push('activate'),
    }));
    await both.mattermost.activate();
    expect(order).toEqual(['configuration', 'activate']);
    both.mattermost.close();
  });

  it('answers pings, a hook it has not, and quits', async () => {
    const { mattermost, session } = inProcess(() => ({ OnDeactivate: () => undefined }));
    await mattermost.activate();
    await mattermost.ping();
    expect(session.pings).toBe(1);
    await expect(mattermost.hook('ExecuteCommand', {}, {})).rejects.toThrow(
      "rpc: can't find method Plugin.ExecuteCommand",
    );
    await mattermost.deactivate();
  });

  it('calls itself through Mattermost', async () => {
    const { mattermost, session } = inProcess(() => ({
      ServeHTTP: (request, response) =>
        response.writeHead(201, { 'X-From': 'here' }).end(`hi ${request.url}`),
    }));
    await mattermost.activate();
    const response = await session.http({ path: '/test-plugin/a/b?c=1' });
    expect([response.status, response.headers['X-From']]).toEqual([201, ['here']]);
    expect((await response.body.toArray()).join('')).toBe('hi /a/b?c=1');
    mattermost.close();
  });
});
