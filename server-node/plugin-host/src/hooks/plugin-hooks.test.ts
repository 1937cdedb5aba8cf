import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import type { Plugin } from './plugin.ts';

const greet: Plugin['ExecuteCommand'] = () => ({ Text: 'hi' });

describe('after a hook that goes wrong the next one works', () => {
  const never = () => new Promise<never>(() => undefined);
  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('boom');
      },
    ],
    [
      'throws what is no error',
      () => {
        throw 'boom';
      },
    ],
    ['answers another shape', () => 7],
    ['answers what cannot be written', () => ({ Props: { f: () => 1 } })],
    [
      'answers a list too deep for the wire',
      () => {
        const ring: unknown[] = [];
        ring.push(ring);
        return { Props: { ring } };
      },
    ],
    ['never answers', never],
  ])('%s', async (_how, wrong) => {
    const plugin = { MessageWillBePosted: wrong, ExecuteCommand: greet } as Plugin;
    const { mattermost, logged } = inProcess(() => plugin, { limits: { hookTimeoutMs: 20 } });
    await mattermost.activate();
    await mattermost.hook('MessageWillBePosted', {}, {}).catch(() => undefined);
    expect(logged).toMatchObject([{ level: 'error' }]);
    expect(await mattermost.hook('ExecuteCommand', {}, {})).toEqual({ A: { Text: 'hi' } });
    await mattermost.ping();
    mattermost.close();
  });
});

describe('a name that is no hook', () => {
  it('is told in the log, other properties are not', async () => {
    const plugin = { ExecuteComand: greet, helper: greet, Version: '1', ExecuteCommand: greet } as Plugin;
    const { mattermost, logged } = inProcess(() => plugin);
    await mattermost.activate();
    expect(logged).toMatchObject([
      { level: 'warn', message: expect.stringContaining('ExecuteComand, which is no hook') },
    ]);
    mattermost.close();
  });
});

describe('ServeMetrics', () => {
  it('is a listener of its own, beside ServeHTTP', async () => {
    const { mattermost } = inProcess(() => ({
      ServeMetrics: (request, response) => response.end(`requests ${request.url}`),
    }));
    await mattermost.activate();
    expect(mattermost.implemented).toContain('ServeMetrics');
    expect((await mattermost.metrics('/more')).allWritten.toString()).toBe('requests /more');
    mattermost.close();
  });

  it('is not announced, and not answered, without one', async () => {
    const { mattermost } = inProcess(() => ({}));
    await mattermost.activate();
    expect(mattermost.implemented).not.toContain('ServeMetrics');
    await expect(mattermost.metrics('/')).rejects.toThrow("can't find method Plugin.ServeMetrics");
    mattermost.close();
  });
});
