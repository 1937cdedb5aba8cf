import type { GlobalState } from '@mattermost/types/store';
import { PLUGIN_ID } from '@todo-node/server/contract/manifest';

const NONE: ReadonlyMap<string, string> = new Map();
const titlesOf = new WeakMap<object, ReadonlyMap<string, string>>();

/** How the System Console calls our settings, by their keys; the same map as long as they are the same. */
export function settingTitles(state: GlobalState): ReadonlyMap<string, string> {
  const settings = state.entities.admin?.plugins?.[PLUGIN_ID]?.settings_schema?.settings;
  if (settings == null) return NONE;
  const known = titlesOf.get(settings);
  if (known !== undefined) return known;
  const titles = new Map(settings.map(({ key, display_name: title }) => [key, title]));
  titlesOf.set(settings, titles);
  return titles;
}
