import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { FORM_PATH, PLUGIN_PATH, PRESS_PATH } from '../../contract/paths.ts';
import { makeEntrance } from '../../managed/make-entrance.ts';
import { makeMetrics } from '../../metrics/make-metrics.ts';
import { silentLogger } from '../../shared/logger.ts';
import { makeStartingApp } from '../make-starting-app.ts';

let close: () => void = () => undefined;
afterEach(() => close());

async function post(listener: RequestListener, path: string) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST' });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const starting = makeStartingApp({
  ...{ logger: silentLogger, metrics: makeMetrics(), servesMetrics: false },
  readiness: async () => ({
    ...{ ready: false, database: 'away', mattermost: 'ok', outbox: { waiting: 0, oldestMs: 0 } },
  }),
  settings: { trustedProxies: [], logsRequests: false },
});

/** What leads to a backend that is not there yet, in each host; Mattermost cuts the path of a plugin off. */
const DOORS: [string, RequestListener, (path: string) => string][] = [
  ['a sidecar', starting, (path) => path],
  ['the process of a plugin', makeEntrance().serve, (path) => path.slice(PLUGIN_PATH.length)],
];

it.each(DOORS)(
  'whoever presses below %s that has no database yet is told to wait',
  async (_host, door, at) => {
    const told = expect.stringMatching(/Try again in a moment/);
    expect(await post(door, at(PRESS_PATH))).toEqual({ status: 200, body: { ephemeral_text: told } });
  },
);

it.each(DOORS)('whoever fills a form of %s in, too, and the form stays open', async (_host, door, at) => {
  const told = expect.stringMatching(/Try again in a moment/);
  expect(await post(door, at(FORM_PATH))).toEqual({ status: 200, body: { error: told } });
});

it.each(DOORS)('all else of %s is refused', async (_host, door, at) => {
  expect(await post(door, at(`${PLUGIN_PATH}/api/v1/me`))).toMatchObject({ status: 503 });
});
