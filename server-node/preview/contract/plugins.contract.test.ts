import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { callApi, type ApiAnswer } from './api-client.ts';
import { until } from './integration.ts';
import { openListener } from './listener.ts';
import { makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';

let site: ContractSite;
let cast: Cast;
let id: string;

beforeAll(async () => {
  site = await openSite();
  cast = await makeCast(site);
  id = `contract-${cast.suffix}`;
}, 30_000);

afterAll(async () => {
  await asAdmin('DELETE', `/plugins/${id}`);
  await site.close();
});

const asAdmin = (method: string, path: string) =>
  callApi(site.url, method, `/api/v4${path}`, { token: site.adminToken });

async function bundle(script: string): Promise<Blob> {
  const archive = pack();
  const manifest = { id, name: 'Contract', version: '0.0.1', webapp: { bundle_path: 'webapp/main.js' } };
  archive.entry({ name: `${id}/plugin.json` }, JSON.stringify(manifest));
  archive.entry({ name: `${id}/webapp/main.js` }, script);
  archive.entry({ name: `${id}/webapp/beside.js` }, 'beside');
  archive.entry({ name: `${id}/public/hello.txt` }, 'hello');
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Blob([gzipSync(Buffer.concat(chunks))]);
}

async function upload(
  file: Blob,
  fields: Record<string, string> = {},
  token = site.adminToken,
): Promise<ApiAnswer> {
  const body = new FormData();
  body.append('plugin', file, 'plugin.tar.gz');
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${site.url}/api/v4/plugins`, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as unknown };
}

const failure = (answer: ApiAnswer) => [answer.status, (answer.body as { id: string }).id];

const bundlePath = async () => {
  const shown = (await callApi(site.url, 'GET', '/api/v4/plugins/webapp')).body as {
    id: string;
    webapp: { bundle_path: string };
  }[];
  return shown.find((one) => one.id === id)?.webapp.bundle_path;
};

describe('a webapp plugin', () => {
  it('is refused from anybody but an admin', async () => {
    const answer = await upload(await bundle('1'), {}, cast.dave.token);
    expect(failure(answer)).toEqual([403, 'api.context.permissions.app_error']);
  });

  it('is refused when the file is no bundle', async () => {
    expect(failure(await upload(new Blob(['no archive'])))).toEqual([400, 'app.plugin.extract.app_error']);
  });

  it('is installed switched off, and shown to nobody', async () => {
    const answer = await upload(await bundle('window.first = 1;'));
    expect([answer.status, (answer.body as { id: string }).id]).toEqual([201, id]);
    expect(await bundlePath()).toBeUndefined();
  });

  it('is not replaced without force=true', async () => {
    const again = await bundle('window.second = 2;');
    expect(failure(await upload(again))).toEqual([400, 'app.plugin.install_id.app_error']);
    expect(failure(await upload(again, { force: 'yes' }))).toEqual([400, 'app.plugin.install_id.app_error']);
    expect((await upload(again, { force: 'true' })).status).toBe(201);
  });

  it('is told to everybody when it is enabled, and runs', async () => {
    const listener = await openListener(site, cast.dave.token);
    await until(() => listener.events[0]);
    expect((await asAdmin('POST', `/plugins/${id}/enable`)).body).toEqual({ status: 'OK' });
    const told = await until(() => listener.events.find(({ event }) => event === 'plugin_enabled'));
    listener.close();
    expect(told.data['manifest']).toMatchObject({ id, webapp: { bundle_path: await bundlePath() } });
    const statuses = (await asAdmin('GET', '/plugins/statuses')).body as {
      plugin_id: string;
      state: number;
    }[];
    expect(statuses.find((one) => one.plugin_id === id)).toMatchObject({ state: 2, error: '' });
  });

  it('has its bundle below /static/plugins, under a name with a hash, for everybody', async () => {
    const path = (await bundlePath()) ?? '';
    expect(path).toMatch(new RegExp(`^/static/${id}/${id}_[0-9a-f]{16}_bundle\\.js$`));
    expect((await callApi(site.url, 'GET', path)).status).toBe(404);
    const real = path.replace('/static/', '/static/plugins/');
    expect((await callApi(site.url, 'GET', real)).text).toBe('window.second = 2;');
    const beside = await callApi(site.url, 'GET', `/static/plugins/${id}/beside.js`);
    expect([beside.status, beside.text]).toEqual([200, 'beside']);
  });

  it('has its public files below /plugins, and nothing else there', async () => {
    expect((await callApi(site.url, 'GET', `/plugins/${id}/public/hello.txt`)).text).toBe('hello');
    expect((await callApi(site.url, 'GET', `/plugins/${id}/x`)).text).toBe('404 page not found\n');
  });

  it('is gone for everybody when it is disabled, and for good when it is removed', async () => {
    expect((await asAdmin('POST', `/plugins/${id}/disable`)).body).toEqual({ status: 'OK' });
    expect(await bundlePath()).toBeUndefined();
    expect((await asAdmin('DELETE', `/plugins/${id}`)).body).toEqual({ status: 'OK' });
    expect(failure(await asAdmin('DELETE', `/plugins/${id}`))).toEqual([
      404,
      'app.plugin.not_installed.app_error',
    ]);
  });
});
