import { describe, expect, it } from '@jest/globals';

import { refusal } from '../../test/host/api-server.ts';
import { inProcess } from '../../test/host/in-process.ts';
import { annotatingReader, spelled } from '../../test/recordings/annotated.ts';
import { goldenFiles, streamOf } from '../../test/recordings/golden.ts';
import type { GoldenCase } from '../../test/recordings/golden.ts';
import { expectSubset } from '../../test/recordings/expect-subset.ts';
import { plain } from '../../test/recordings/plain.ts';
import { GobReader } from '../gob/gob-reader.ts';
import { GobWriter } from '../gob/gob-writer.ts';
import { REGISTERED_TYPES } from '../model/registered-types.ts';
import { ApiError } from './api-error.ts';
import { API_METHODS } from './api-methods.ts';
import { letter } from './method.ts';
import type { PluginApi } from './plugin-api.ts';

type Name = keyof PluginApi;
type AnyCall = (...args: unknown[]) => Promise<unknown>;

/** PluginHTTP has a client of its own and is tested with it; NoSuchMethod is none. */
const files = goldenFiles('api').filter(({ file }) => !/PluginHTTP|NoSuchMethod/.test(file));
const cases = files.flatMap(({ method, cases: golden }) =>
  golden.map((one, index) => [method.replace('Plugin.', '') as Name, index, one] as const),
);

const argsOf = ({ request }: GoldenCase) => plain(request?.args.value ?? {}) as Record<string, unknown>;

/** Mattermost's reply as the decoder of the client sees it. */
function receivedReply(name: Name, golden: GoldenCase): Record<string, unknown> {
  const reader = new GobReader({ registered: REGISTERED_TYPES });
  reader.push(streamOf(golden.reply.body));
  return reader.read(API_METHODS[name].returnsType)?.value as Record<string, unknown>;
}

describe('API methods over recorded data', () => {
  it('are all there', () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(Object.keys(API_METHODS)));
    expect(Object.keys(API_METHODS)).toHaveLength(225);
  });

  it.each(cases.filter(([, , { request }]) => request !== undefined))(
    '%s %i: sends what was recorded',
    (name, _i, golden) => {
      const reader = annotatingReader();
      reader.push(
        new GobWriter({ registered: REGISTERED_TYPES }).encode(API_METHODS[name].argsType, argsOf(golden)),
      );
      const sent = spelled(reader.read()?.value);
      expect(reader.pendingBytes).toBe(0);
      expect(plain(sent)).toMatchObject(argsOf(golden));
    },
  );

  it.each(cases)('%s %i: understands the reply', (name, _i, golden) => {
    expectSubset(receivedReply(name, golden), plain(golden.reply.body.value));
  });

  it.each(cases.filter(([, , { request }]) => request !== undefined))(
    '%s %i: can be called',
    async (name, _i, golden) => {
      const reply = receivedReply(name, golden);
      const failure =
        API_METHODS[name].failure === 'never' ? null : reply[API_METHODS[name].hasResult ? 'B' : 'A'];
      const answer = () => {
        if (failure !== null) throw refusal(404, 'some.id', 'refused');
        return reply['A'];
      };
      const { mattermost, session } = inProcess(() => ({}), { answers: { [name]: answer } });
      await mattermost.activate();
      const args = argsOf(golden);
      const given = API_METHODS[name].parameters.map((_, index) => args[letter(index)]);
      const called = (session.api[name] as AnyCall)(...given);
      if (failure !== null) await expect(called).rejects.toThrow(ApiError);
      else expect(await called).toEqual(API_METHODS[name].hasResult ? reply['A'] : undefined);
      expect(mattermost.apiCalls.at(-1)?.method).toBe(name);
      mattermost.close();
    },
  );
});

describe('the API client', () => {
  it('turns an AppError into an ApiError with its fields', async () => {
    const { mattermost, session } = inProcess(() => ({}), {
      answers: {
        GetUser: () => {
          throw refusal(404, 'app.user.missing_account.const', 'Unable to find the user.');
        },
      },
    });
    await mattermost.activate();
    const failed = session.api.GetUser('nobody');
    await expect(failed).rejects.toMatchObject({
      status: 404,
      id: 'app.user.missing_account.const',
      method: 'GetUser',
    });
    await expect(failed).rejects.toThrow('Unable to find the user.');
    mattermost.close();
  });

  it('refuses calls before OnActivate', async () => {
    const { session } = inProcess(() => ({}));
    await expect(session.api.GetServerVersion()).rejects.toThrow('from OnActivate on');
  });

  const guarded: [Name, unknown[]][] = [
    ['PublishWebSocketEvent', ['event', {}]],
    ['PublishWebSocketEvent', ['event', {}, null]],
    ['CreatePost', []],
    ['UpdatePost', [undefined]],
    ['SendEphemeralPost', ['user']],
    ['HasPermissionTo', ['user']],
    ['HasPermissionToChannel', ['user', 'channel', null]],
    ['HasPermissionToTeam', ['user', 'team']],
    ['RegisterCommand', []],
    ['EnsureBotUser', [null]],
    ['GetUsers', []],
  ];

  it.each(guarded)('never sends a nil pointer: %s(%j)', async (name, args) => {
    const { mattermost, session } = inProcess(() => ({}));
    await mattermost.activate();
    await expect((session.api[name] as AnyCall)(...args)).rejects.toMatchObject({ code: 'bad_argument' });
    expect(mattermost.apiCalls).toEqual([]);
    mattermost.close();
  });

  it('says which argument is wrong, and goes on', async () => {
    const { mattermost, session } = inProcess(() => ({}), { answers: { KVGet: () => null } });
    await mattermost.activate();
    const wrong = session.api.CreatePost({ Props: { list: [1, () => 1] } });
    await expect(wrong).rejects.toThrow(
      'CreatePost cannot be called with these arguments: A.Props.list.1: expected',
    );
    expect(await session.api.KVGet('key')).toBeNull();
    mattermost.close();
  });

  it('says that the server is too old for a method, and goes on', async () => {
    const { mattermost, session } = inProcess(() => ({}), {
      lacks: ['SendToastMessage'],
      answers: { KVGet: () => null },
    });
    await mattermost.activate();
    const toast = session.api.SendToastMessage('alice', '', 'Done.', {});
    await expect(toast).rejects.toMatchObject({ isUnknownMethod: true });
    expect(await session.api.KVGet('key')).toBeNull();
    mattermost.close();
  });

  it('gives up on an answer that does not come', async () => {
    const { mattermost, session } = inProcess(() => ({}), {
      answers: { GetServerVersion: () => new Promise<string>(() => undefined), GetPluginID: () => 'id' },
      limits: { apiTimeoutMs: 20 },
    });
    await mattermost.activate();
    await expect(session.api.GetServerVersion()).rejects.toMatchObject({ code: 'timeout' });
    expect(await session.api.GetPluginID()).toBe('id');
    mattermost.close();
  });

  it('fails what is under way when the connection goes, and whatever is tried afterwards', async () => {
    const { mattermost, session } = inProcess(() => ({}), {
      answers: { GetServerVersion: () => new Promise<string>(() => undefined) },
    });
    await mattermost.activate();
    const call = session.api.GetServerVersion();
    mattermost.close();
    await expect(call).rejects.toMatchObject({ code: 'closed' });
    await expect(session.api.GetServerVersion()).rejects.toMatchObject({ code: 'closed' });
    await expect(session.http({ path: '/test-plugin/' })).rejects.toMatchObject({ code: 'closed' });
  });
});
