import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLUGIN_ID } from '../../src/contract/manifest.ts';
import type { Rest } from './rest.ts';

/** Keys in lower case, as Mattermost keeps them. A secret is read as asterisks, and written as these it stays. */
export type PluginSettings = Record<string, unknown>;

export async function readPluginSettings(rest: Rest): Promise<PluginSettings> {
  const config = await rest<{ PluginSettings: { Plugins: Record<string, PluginSettings> } }>(
    'GET',
    '/api/v4/config',
  );
  return config.PluginSettings.Plugins[PLUGIN_ID] ?? {};
}

/** A patch replaces all settings of a plugin. */
export const writePluginSettings = (rest: Rest, settings: PluginSettings) =>
  rest('PUT', '/api/v4/config/patch', { PluginSettings: { Plugins: { [PLUGIN_ID]: settings } } });

/** Lets an external program of this machine keep the lists. @returns what takes it back */
export async function useProgram(rest: Rest, program: string): Promise<() => Promise<void>> {
  const before = await readPluginSettings(rest);
  const folder = mkdtempSync(join(tmpdir(), 'todo-program-'));
  await writePluginSettings(rest, { ...before, program, programfolder: folder });
  return async () => {
    await writePluginSettings(rest, before);
    rmSync(folder, { recursive: true });
  };
}
