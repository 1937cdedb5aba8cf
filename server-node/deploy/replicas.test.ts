import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort, startBehindTheProxy } from './trial/behind-the-proxy.ts';
import { NGINX, type Proxy } from './trial/proxies.ts';
import { findProgram, startProxy } from './trial/start-proxy.ts';

/** Real processes on a machine that may be busy. */
jest.setTimeout(60_000);

type Behind = Awaited<ReturnType<typeof startBehindTheProxy>>;

const shipped = readFileSync(new URL('proxy/nginx-replicas.conf', import.meta.url), 'utf8');

/** The lines that the file says to put into the location. */
const forLocation = [...shipped.matchAll(/^# {3}(proxy_.*;)$/gm)].map(([, line]) => line).join('\n');

/** Both files as we give them to operators, changed only in their addresses. */
const replicas = (ports: { one: number; two: number; integrations: number }): Proxy => ({
  program: 'nginx',
  configure(dir, given, subpath) {
    const args = NGINX.configure(dir, given, subpath);
    const upstreams = shipped
      .replaceAll(/10\.1\.1\.7:807\d/g, `127.0.0.1:${ports.one}`)
      .replaceAll(/10\.1\.1\.8:807\d/g, `127.0.0.1:${ports.two}`)
      .replace('10.1.1.5:8078', `127.0.0.1:${ports.integrations}`)
      .replace('10.1.1.4', '127.0.0.1');
    writeFileSync(join(dir, 'replicas.conf'), upstreams);
    const location = readFileSync(join(dir, 'todo-node.conf'), 'utf8');
    writeFileSync(join(dir, 'todo-node.conf'), location.replace(/^ *proxy_pass .*$/m, forLocation));
    const around = readFileSync(join(dir, 'nginx.conf'), 'utf8');
    writeFileSync(join(dir, 'nginx.conf'), around.replace('http {', `http { include ${dir}/replicas.conf;`));
    return args;
  },
});

(findProgram('nginx') ? describe : describe.skip)('nginx with our file for several replicas', () => {
  let one: Behind;
  let two: Behind;
  let front: Awaited<ReturnType<typeof startProxy>>;
  let integrations: string;

  beforeAll(async () => {
    one = await startBehindTheProxy();
    two = await startBehindTheProxy();
    const ports = { one: one.backendPort, two: two.backendPort, integrations: await freePort() };
    integrations = `http://127.0.0.1:${ports.integrations}`;
    front = await startProxy(replicas(ports), { mattermost: one.mattermostPort, backend: 1 }, '');
  });
  afterAll(async () => {
    await front.stop();
    await one.stop();
    await two.stop();
  });

  const ask = async (url: string, method = 'GET') => {
    const response = await fetch(url, { method });
    return `${response.status} ${await response.text()}`;
  };

  it('asks one or the other, and for the rest Mattermost', async () => {
    for (let count = 0; count < 4; count += 1) {
      expect(await ask(`${front.origin}/plugins/todo-node/healthz`)).toBe(
        '200 backend /plugins/todo-node/healthz',
      );
    }
    expect([one, two].map(({ seen }) => seen.length > 0)).toEqual([true, true]);
    expect(await ask(`${front.origin}/api/v4/users/me`)).toBe('200 mattermost /api/v4/users/me');
  });

  it('lets Mattermost send commands and messages to its own address, and shows nothing else there', async () => {
    for (const path of ['/plugins/todo-node/command', '/plugins/todo-node/webhook/todo'])
      expect(await ask(integrations + path, 'POST')).toBe(`200 backend ${path}`);
    for (const path of ['/metrics', '/known-tokens', '/plugins/todo-node/api/v1/me'])
      expect(await ask(integrations + path)).toMatch(/^404 .*nginx/s);
  });

  it('goes on with one when the other is gone, also for what changes something', async () => {
    await two.stop();
    for (let count = 0; count < 4; count += 1) {
      expect(await ask(`${front.origin}/plugins/todo-node/x`, 'POST')).toBe(
        '200 backend /plugins/todo-node/x',
      );
      expect(await ask(`${integrations}/plugins/todo-node/command`, 'POST')).toMatch(/^200/);
    }
  });
});
