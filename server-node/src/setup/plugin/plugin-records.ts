import { z } from 'zod';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';

/** The answer of `GET /plugins/statuses`, with a row for each node of Mattermost. */
const statuses = z.array(
  z.object({
    plugin_id: z.string(),
    state: z.number(),
    version: z.string().default(''),
    error: z.string().default(''),
  }),
);
export type PluginStatus = z.output<typeof statuses>[number];

/** Mattermost's numbers; it uses no others. */
export const STATE = { notRunning: 0, running: 2, failedToStart: 3, givenUp: 4 } as const;

export async function readStatuses(call: RestCall, id: string): Promise<PluginStatus[]> {
  const all = await callJson(call, { method: 'GET', path: '/api/v4/plugins/statuses' }, statuses);
  return all.filter((status) => status.plugin_id === id);
}

const manifest = z.object({
  id: z.string(),
  version: z.string().default(''),
  server: z.object({ executables: z.record(z.string(), z.string()).nullish() }).nullish(),
});
const listing = z.object({ active: z.array(manifest).nullish(), inactive: z.array(manifest).nullish() });

export interface InstalledPlugin {
  version: string;
  /** Mattermost runs its backend; else an operator does. */
  isManaged: boolean;
}

/** @returns undefined when the plugin is not installed */
export async function readInstalled(call: RestCall, id: string): Promise<InstalledPlugin | undefined> {
  const { active, inactive } = await callJson(call, { method: 'GET', path: '/api/v4/plugins' }, listing);
  const found = [...(active ?? []), ...(inactive ?? [])].find((one) => one.id === id);
  if (found === undefined) return undefined;
  return { version: found.version, isManaged: Object.keys(found.server?.executables ?? {}).length > 0 };
}
