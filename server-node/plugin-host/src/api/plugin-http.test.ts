import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import { goldenFiles, streamOf } from '../../test/recordings/golden.ts';
import { GobReader } from '../gob/gob-reader.ts';
import type { Plugin } from '../hooks/plugin.ts';
import { pluginHttpReturns, pluginHttpStreamReturns } from '../model/server.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';

const echo: Plugin['ServeHTTP'] = async (request, response) => {
  const body = (await request.toArray()).join('');
  response.writeHead(201, { 'X-Caller': String(request.headers['mattermost-plugin-id']) });
  response.end(`${request.method} ${request.url} ${body}`);
};

describe.each([
  ['with streams', true],
  ['before 11.2, without streams', false],
])('a request to a plugin on a server %s', (_which, knowsStreams) => {
  async function running() {
    const both = inProcess(() => ({ ServeHTTP: echo }), { knowsStreams });
    await both.mattermost.activate();
    return both;
  }

  it('brings method, path, query, body and caller there and an answer back, time and again', async () => {
    const { mattermost, session } = await running();
    for (const body of [
      Buffer.from('one'),
      (async function* () {
        yield Buffer.from('t');
        yield Buffer.from('wo');
      })(),
    ]) {
      const {
        status,
        headers,
        body: answer,
      } = await session.http({ method: 'POST', path: '/test-plugin/a/b?c=1', body });
      expect([status, headers['X-Caller']]).toEqual([201, ['test-plugin']]);
      expect((await answer.toArray()).join('')).toMatch(/^POST \/a\/b\?c=1 (one|two)$/);
    }
    mattermost.close();
  });

  it('cannot pretend to come from another plugin', async () => {
    const { mattermost, session } = await running();
    const { headers, body } = await session.http({
      path: '/test-plugin/',
      headers: { 'Mattermost-Plugin-Id': ['playbooks'] },
    });
    body.destroy();
    expect(headers['X-Caller']).toEqual(['test-plugin']);
    mattermost.close();
  });

  it.each([
    ['/nobody/x', 404],
    ['test-plugin', 400],
  ])('is told what is wrong with %s', async (path, expected) => {
    const { mattermost, session } = await running();
    const { status, body } = await session.http({ path });
    body.destroy();
    expect(status).toBe(expected);
    mattermost.close();
  });
});

const recorded = (name: string) =>
  goldenFiles('api').find(({ file }) => file.includes(`/${name}.`))?.cases ?? [];

describe('recorded answers', () => {
  it.each(recorded('PluginHTTPStream').map((golden, index) => [index, golden] as const))(
    'with streams: status and headers, case %i',
    (_index, { reply }) => {
      const reader = new GobReader();
      reader.push(streamOf(reply.body));
      const { StatusCode, Header } = reader.read(pluginHttpStreamReturns)?.value ?? {};
      expect({ StatusCode, Header }).toEqual({ Header: {}, ...(reply.body.value as object) });
    },
  );

  it('to an unknown method are what makes us go without streams', () => {
    const [golden] = recorded('NoSuchMethod');
    expect(new RpcError('remote', 'NoSuchMethod', golden?.error ?? '').isUnknownMethod).toBe(true);
  });
});

describe('the reply of an older server', () => {
  it('is read past all of its certificates', () => {
    const golden = recorded('PluginHTTP')[0]?.reply.body;
    const reader = new GobReader();
    reader.push(streamOf(golden ?? { defs: [], message: '', value: {} }));
    expect(golden?.defs.length).toBeGreaterThan(10);
    expect(reader.read(pluginHttpReturns)?.value).toEqual({
      Response: { StatusCode: 207, Header: { 'X-Answer': ['yes'] } },
      ResponseBody: Buffer.from('POST /other/a?b=1 HELLO'),
    });
  });
});
