import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import { SelfProbe } from './self-probe.ts';

describe.each([
  ['with streams', true],
  ['before 11.2, without streams', false],
])('the request to ourselves on a server %s', (_which, knowsStreams) => {
  async function probed(status: number) {
    const probe = new SelfProbe();
    const own: boolean[] = [];
    const { mattermost, session } = inProcess(
      () => ({
        ServeHTTP: (request, response) => {
          own.push(probe.isOwn(request));
          response.writeHead(status).end();
        },
      }),
      { knowsStreams, answers: { GetPluginID: () => 'test-plugin' } },
    );
    await mattermost.activate();
    return { own, sent: probe.send(session).finally(() => mattermost.close()) };
  }

  it('arrives, and is known again', async () => {
    const { own, sent } = await probed(204);
    await sent;
    expect(own).toEqual([true]);
  });

  it('counts as lost when something else answers', async () => {
    const { sent } = await probed(500);
    await expect(sent).rejects.toThrow('got 500');
  });
});
