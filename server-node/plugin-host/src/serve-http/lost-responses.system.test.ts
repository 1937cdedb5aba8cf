import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it } from '@jest/globals';

import { recordingLog } from '../../test/host/in-process.ts';
import { listen } from '../../test/host/mattermost-http.ts';
import { startPlugin } from '../../test/host/plugin-process.ts';
import type { ByteStream, StreamListener } from '../yamux/byte-stream.ts';
import type { ServeHttpArgs } from './serve-http.ts';
import { HttpServing } from './serve-http.ts';

const INDEX = new URL('../index.ts', import.meta.url).href;
const STALL_MS = 7_000;

const args = {
  ResponseWriterStream: 1,
  RequestBodyStream: 0,
  Context: null,
  Request: {
    Method: 'GET',
    URL: '/',
    Proto: 'HTTP/1.1',
    ProtoMajor: 1,
    ProtoMinor: 1,
    Header: {},
    Host: 'chat.example.com',
    RemoteAddr: '127.0.0.1:40000',
    RequestURI: '/',
  },
} satisfies ServeHttpArgs;

/** A stream that nobody meets, and the way to end it as Mattermost does. */
function unmet(): { stream: ByteStream; refuse: () => void } {
  let listener: StreamListener | undefined;
  const nothing = () => undefined;
  const stream = { id: 2, waitingBytes: 0, write: nothing, end: nothing, reset: nothing, consumed: nothing };
  return { stream: { ...stream, listen: (given) => (listener = given) }, refuse: () => listener?.ended?.() };
}

const serving = (stream: ByteStream, ServeHTTP: NonNullable<HttpServingPlugin['ServeHTTP']>) =>
  new HttpServing({
    dial: () => stream,
    plugin: { ServeHTTP },
    log: recordingLog([]),
    limits: { maxRequests: 10, maxRequestsOfUnknown: 10 },
    callTimeoutMs: 30_000,
  });
type HttpServingPlugin = ConstructorParameters<typeof HttpServing>[0]['plugin'];

describe('a response that Mattermost does not wait for', () => {
  it.concurrent.each([
    ['with a body', '{}'],
    ['without', undefined],
  ])('fails when nobody meets us, %s', async (_what, body) => {
    const served = serving(unmet().stream, (_request, response) => {
      response.setHeader('X-Own', '1').end(body);
    }).serve(args);
    await expect(served).rejects.toThrow('no longer waits');
  });

  it('fails as soon as Mattermost refuses, though the handler has not answered', async () => {
    const { stream, refuse } = unmet();
    const served = serving(stream, () => undefined).serve(args);
    refuse();
    await expect(served).rejects.toThrow('no longer waits');
  });
});

describe('an event loop that was held up for longer than Mattermost waits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-stall-'));
  let end: () => Promise<void> = async () => undefined;

  afterEach(async () => {
    await end();
    rmSync(folder, { recursive: true });
  });

  it('costs the requests that came meanwhile a 500, and no later one anything', async () => {
    const script = join(folder, 'plugin.mjs');
    writeFileSync(script, stallingPlugin());
    const { child, mattermost } = await startPlugin([process.execPath, script], { env: { TMPDIR: folder } });
    const site = await listen(mattermost);
    end = async () => (await site.close(), void child.kill('SIGKILL'));
    await mattermost.activate();
    const stalling = fetch(`${site.url}/stall`);
    await sleep(500);
    const caught = await fetch(`${site.url}/`);
    expect([caught.status, await caught.text()]).toEqual([500, '500 internal server error\n']);
    expect((await stalling).status).toBe(200);
    expect(await (await fetch(`${site.url}/`)).text()).toBe('{}');
  }, 60_000);
});

const stallingPlugin = () => `import { runPlugin } from ${JSON.stringify(INDEX)};
await runPlugin(() => ({
  ServeHTTP(request, response) {
    const answer = () => void response.setHeader('Content-Type', 'application/json').end('{}');
    if (request.url !== '/stall') return answer();
    setTimeout(() => {
      for (const until = performance.now() + ${STALL_MS}; performance.now() < until;);
      answer();
    }, 100);
  },
}));
`;
