import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { PLUGIN_PATH } from '../contract/paths.ts';
import { openBackend, type Backend } from '../testing/open-backend.ts';

let backends: Backend[];
beforeEach(async () => void (backends = await Promise.all([openBackend(), openBackend()])));
afterEach(() => Promise.all(backends.map(({ close }) => close())));

const health = async ({ url }: Backend, path = '/healthz') =>
  (await (await fetch(url + path)).json()) as { status: string; store: string };

it('tells one store from another, also at the address of the site, and nothing of the secret', async () => {
  const [one, other] = backends as [Backend, Backend];
  const { status, store } = await health(one);
  expect([status, store]).toEqual(['ok', expect.stringMatching(/^[\w-]{16}$/)]);
  expect(await health(one, `${PLUGIN_PATH}/healthz`)).toEqual({ status, store });
  expect((await health(other)).store).not.toBe(store);
  expect(await one.store.secretOf('press')).not.toContain(store);
});
