import { readFileSync } from 'node:fs';
import { readSettings } from '../src/config/read-settings.ts';
import { SETTINGS } from '../src/config/settings.ts';
import type { Locale } from '../src/program/texts/locale.ts';

const { TODO_LANGUAGE } = SETTINGS;

/** English unless the environment names another language: here is no Mattermost to ask. Faults are told elsewhere. */
export function languageFromEnvironment(): Locale {
  const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };
  const { TODO_LANGUAGE: language = 'mattermost' } = readSettings({ TODO_LANGUAGE }, source, []);
  return language === 'mattermost' ? 'en' : language;
}
