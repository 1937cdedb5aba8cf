import { z } from 'zod';

/** A setting of plugin.json; `section` is ours: the title below which the System Console shows it. */
const Setting = z.looseObject({ key: z.string(), section: z.string().min(1) });
const Schema = z.looseObject({ settings: z.array(Setting) });

/**
 * The settings in sections, in the order of plugin.json. The flat list stays beside them, though the System Console
 * then ignores it: Mattermost 11.0 to 11.4 looks only there for defaults, and for the secrets that it shows nobody.
 */
export function settingsInSections(settingsSchema: unknown): Record<string, unknown> {
  const schema = Schema.parse(settingsSchema);
  const titles = [...new Set(schema.settings.map(({ section }) => section))];
  const settingsBelow = (title: string) =>
    schema.settings
      .filter(({ section }) => section === title)
      .map(({ section: _ours, ...setting }) => setting);
  return {
    ...schema,
    settings: titles.flatMap(settingsBelow),
    sections: titles.map((title) => ({
      key: title.replaceAll(/\W+/g, ''),
      title,
      settings: settingsBelow(title),
    })),
  };
}
