import {
  PROGRAM_SETTINGS,
  parseProgramSettings,
  type ProgramSettings,
} from '../program/external/settings.ts';
import { givenValue, type SettingsSource } from './given-values.ts';

/** @returns null for the built-in program */
export function readProgramSettings(source: SettingsSource, faults: string[]): ProgramSettings | null {
  const { PATH, LANG } = source.env;
  const given: Record<string, string | undefined> = { PATH, LANG };
  for (const name of PROGRAM_SETTINGS) {
    const value = givenValue(source, name);
    if ('fault' in value) faults.push(value.fault);
    else given[name] = value.text;
  }
  const parsed = parseProgramSettings(given);
  if ('settings' in parsed) return parsed.settings;
  faults.push(
    ...parsed.faults.map(({ setting, expected, got }) => `${setting}: Expected ${expected}; got ${got}.`),
  );
  return null;
}
