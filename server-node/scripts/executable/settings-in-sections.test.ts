import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settingsInSections } from './settings-in-sections.ts';

interface Shown {
  key: string;
  secret?: boolean;
}
interface Sections {
  settings: Shown[];
  sections: { key: string; title: string; settings: Shown[] }[];
}

const { settings_schema: ours } = JSON.parse(
  readFileSync(new URL('../../../plugin.json', import.meta.url), 'utf8'),
) as { settings_schema: { settings: Shown[] } };
const made = settingsInSections(ours) as unknown as Sections;

describe('the settings of the bundle that Mattermost runs', () => {
  it('are each in one section, those that are seldom needed last', () => {
    const shown = made.sections.flatMap(({ settings }) => settings);
    expect(shown.map(({ key }) => key).sort()).toEqual(ours.settings.map(({ key }) => key).sort());
    expect(made.sections.at(-1)?.title).toMatch(/seldom/i);
    expect(new Set(made.sections.map(({ key }) => key)).size).toBe(made.sections.length);
  });

  it('are in the flat list, too, where alone an older Mattermost looks for secrets and defaults', () => {
    expect(made.settings).toEqual(made.sections.flatMap(({ settings }) => settings));
    const secrets = (settings: Shown[]) => settings.filter(({ secret }) => secret).map(({ key }) => key);
    expect(secrets(made.settings).sort()).toEqual(secrets(ours.settings).sort());
  });

  it('are refused when one says no section', () => {
    expect(() => settingsInSections({ settings: [{ key: 'New', type: 'text' }] })).toThrow(/section/);
  });
});
