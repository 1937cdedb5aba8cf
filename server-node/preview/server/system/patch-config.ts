import type { Json } from '../site/records.ts';

/** 32 asterisks stand for a secret; sent back under the same key they mean "as it was". */
const MASK = '*'.repeat(32);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Maps inside the configuration are replaced as a whole; sections are merged field by field. */
const MAPS = ['Plugins', 'PluginStates'];

export function patchConfig(config: Json, patch: Json): void {
  for (const [section, fields] of Object.entries(patch)) {
    const known = config[section];
    if (!isObject(known) || !isObject(fields)) continue;
    for (const [field, value] of Object.entries(fields)) {
      if (value === null) continue;
      known[field] = MAPS.includes(field) && isObject(value) ? unmasked(value, known[field]) : value;
    }
  }
}

function unmasked(sent: Json, stored: unknown): Json {
  const before = isObject(stored) ? stored : {};
  return Object.fromEntries(
    Object.entries(sent).map(([key, value]) => {
      if (isObject(value)) return [key, unmasked(value, before[key])];
      return [key, value === MASK ? (before[key] ?? null) : value];
    }),
  );
}

/** A copy in which the settings that a manifest calls secret are masked, for everybody. */
export function maskedConfig(config: Json, secretKeys: (pluginId: string) => string[]): Json {
  const copy = structuredClone(config);
  const settings = copy['PluginSettings'];
  const plugins = isObject(settings) && isObject(settings['Plugins']) ? settings['Plugins'] : {};
  for (const [id, values] of Object.entries(plugins)) {
    if (!isObject(values)) continue;
    for (const key of Object.keys(values)) {
      if (secretKeys(id).includes(key.toLowerCase()) && values[key] !== '') values[key] = MASK;
    }
  }
  return copy;
}
