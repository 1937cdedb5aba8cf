import { givenValue, quote, type SettingsSource } from './given-values.ts';
import type { Setting, ValueOf } from './setting.ts';

export type Values<Table> = { [Name in keyof Table]: ValueOf<Table[Name]> };

/** Reads a whole table; what is wrong is added to `faults`, so that a person sees all of it at once. */
export function readSettings<Table extends Record<string, Setting<unknown>>>(
  table: Table,
  source: SettingsSource,
  faults: string[],
): Values<Table> {
  const values = Object.entries(table).map(([name, setting]) => [
    name,
    readSetting(name, setting, source, faults),
  ]);
  return Object.fromEntries(values) as Values<Table>;
}

function readSetting(
  name: string,
  setting: Setting<unknown>,
  source: SettingsSource,
  faults: string[],
): unknown {
  const given = givenValue(source, name);
  if ('fault' in given) {
    faults.push(given.fault);
    return undefined;
  }
  if (given.text === undefined && 'fallback' in setting) return setting.fallback;
  const value = given.text === undefined ? undefined : setting.read(given.text);
  if (value === undefined) faults.push(describeFault(name, setting, given.text));
  return value;
}

function describeFault(
  name: string,
  { expected, secret }: Setting<unknown>,
  text: string | undefined,
): string {
  return `${name}: Expected ${expected}; got ${describeText(text, secret ?? false)}.`;
}

function describeText(text: string | undefined, isSecret: boolean): string {
  if (text === undefined) return 'nothing';
  return isSecret ? `something else (${text.length} characters, not shown)` : quote(text);
}
