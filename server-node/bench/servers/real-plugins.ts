import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLUGIN_ID } from '../../src/contract/manifest.ts';
import { ask, type RealPerson } from './real-mattermost.ts';

const RUNNING = 2;
const START_MS = 30_000;
const PAUSE_MS = 250;

interface Status {
  plugin_id: string;
  state: number;
}

interface Config {
  PluginSettings: { Plugins: Record<string, Record<string, unknown> | undefined> };
}

/** Uploads a bundle in the place of what is there and enables it. @returns the plugin's id, once it runs */
export async function runPluginFrom(bundle: string, admin: RealPerson): Promise<string> {
  const form = new FormData();
  form.append('plugin', new Blob([await readFile(bundle)]), basename(bundle));
  form.append('force', 'true');
  const headers = { Authorization: admin.headers['Authorization'] ?? '' };
  const sent = await fetch(`${admin.url}/api/v4/plugins`, { method: 'POST', headers, body: form });
  if (!sent.ok) throw new Error(`${bundle} was not taken: ${sent.status} ${await sent.text()}`);
  const { id } = (await sent.json()) as { id: string };
  await ask(admin, 'POST', `/api/v4/plugins/${id}/enable`);
  await untilRunning(id, admin);
  return id;
}

async function untilRunning(id: string, admin: RealPerson): Promise<void> {
  for (const giveUpAt = performance.now() + START_MS; performance.now() < giveUpAt; await sleep(PAUSE_MS)) {
    const statuses = await ask<Status[]>(admin, 'GET', '/api/v4/plugins/statuses');
    if (statuses.some(({ plugin_id, state }) => plugin_id === id && state === RUNNING)) return;
  }
  throw new Error(`${id} does not run ${START_MS} ms after it was enabled.`);
}

/** Runs `act` while one person may ask as often as they like; the limit is as it was afterwards. */
export async function withoutLimit<T>(admin: RealPerson, act: () => Promise<T>): Promise<T> {
  const { PluginSettings } = await ask<Config>(admin, 'GET', '/api/v4/config');
  const before = PluginSettings.Plugins[PLUGIN_ID] ?? {};
  const set = (settings: Record<string, unknown>) =>
    ask(admin, 'PUT', '/api/v4/config/patch', {
      PluginSettings: { Plugins: { ...PluginSettings.Plugins, [PLUGIN_ID]: settings } },
    });
  await set({ ...before, requestsperminute: 1_000_000 });
  try {
    return await act();
  } finally {
    await set(before);
  }
}
