import { setTimeout as sleep } from 'node:timers/promises';
import type { RestCall } from '../../src/mattermost/rest/rest-call.ts';
import { RestError } from '../../src/mattermost/rest/rest-error.ts';
import { readIfThere } from '../../src/setup/admin/read-pages.ts';
import { configRecord } from '../../src/setup/admin/site-records.ts';
import { readStatuses, STATE, type PluginStatus } from '../../src/setup/plugin/plugin-records.ts';
import {
  PLUGINS_OFF,
  statusTrouble,
  troubleError,
  type Trouble,
} from '../../src/setup/plugin/status-trouble.ts';
import { refusalTrouble, SIGNED_ONLY, UPLOADS_OFF } from './refusal-trouble.ts';

/** Other nodes of Mattermost fetch the bundle for themselves. */
const RUNS_WITHIN_MS = 30_000;
const PAUSE_MS = 500;

export interface PluginToPut {
  id: string;
  version: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** How long all nodes may take. */
  withinMs?: number;
}

/**
 * Uploads the bundle in place of an older one, enables it, and waits until it runs: Mattermost accepts nearly
 * everything, and says only in the status what is wrong.
 *
 * @throws {Error} with what is wrong and what to do
 */
export async function putPlugin(call: RestCall, plugin: PluginToPut): Promise<void> {
  await refuseWhenOff(call);
  const before = await readStatuses(call, plugin.id);
  await upload(call, plugin).catch(async (error: unknown) => {
    throw await explained(call, plugin.id, before, error);
  });
  await call({ method: 'POST', path: `/api/v4/plugins/${plugin.id}/enable` });
  await untilRunning(call, plugin);
}

async function refuseWhenOff(call: RestCall): Promise<void> {
  const settings = (await readIfThere(call, '/api/v4/config', configRecord))?.PluginSettings;
  if (settings?.Enable === false) throw troubleError(PLUGINS_OFF);
  if (settings?.EnableUploads === false) throw troubleError(UPLOADS_OFF);
  if (settings?.RequirePluginSignature === true) throw troubleError(SIGNED_ONLY);
}

async function upload(call: RestCall, { id, bytes }: PluginToPut): Promise<void> {
  const form = new FormData();
  form.set('plugin', new Blob([bytes], { type: 'application/gzip' }), `${id}.tar.gz`);
  // Only the word `true` counts.
  form.set('force', 'true');
  const encoded = new Response(form);
  const headers = { 'Content-Type': encoded.headers.get('Content-Type') ?? 'multipart/form-data' };
  await call({ method: 'POST', path: '/api/v4/plugins', headers, body: await encoded.bytes() });
}

/** An upload that fails midway may have stopped what ran before. */
async function explained(call: RestCall, id: string, before: PluginStatus[], error: unknown): Promise<Error> {
  if (!(error instanceof RestError)) return error as Error;
  const after = await readStatuses(call, id).catch(() => []);
  const failed = after.some(({ state }) => state === STATE.failedToStart);
  const trouble = refusalTrouble(error) ?? (failed ? statusTrouble(after) : undefined);
  const told = troubleError(trouble ?? unknown(error)).message;
  const wasStopped = before.some(isRunning) && after.length > 0 && !after.some(isRunning) && !failed;
  return new Error(wasStopped ? `${told}\n${await bringBack(call, id)}` : told, { cause: error });
}

/** Enabling alone does nothing: for Mattermost's configuration it is enabled already. */
async function bringBack(call: RestCall, id: string): Promise<string> {
  await call({ method: 'POST', path: `/api/v4/plugins/${id}/disable` });
  await call({ method: 'POST', path: `/api/v4/plugins/${id}/enable` });
  const now = await readStatuses(call, id);
  const trouble = statusTrouble(now);
  return trouble === undefined
    ? `The upload had stopped the plugin that was there; version ${now[0]?.version} has been enabled again and runs.`
    : `The upload has stopped the plugin that was there. ${troubleError(trouble).message}`;
}

async function untilRunning(call: RestCall, { id, version, withinMs = RUNS_WITHIN_MS }: PluginToPut) {
  for (const until = Date.now() + withinMs; ; await sleep(PAUSE_MS)) {
    const found = await readStatuses(call, id);
    const trouble = statusTrouble(found, version);
    if (trouble === undefined) return;
    const isSettled = found.some((status) => status.version === version && hasFailed(status));
    if (isSettled || Date.now() > until) throw troubleError(trouble);
  }
}

const isRunning = ({ state }: PluginStatus) => state === STATE.running;
const hasFailed = ({ state }: PluginStatus) => state === STATE.failedToStart || state === STATE.givenUp;
const unknown = ({ message }: RestError): Trouble => ({
  saw: `Mattermost does not take the bundle (${message}).`,
  fix: "look into Mattermost's log.",
});
