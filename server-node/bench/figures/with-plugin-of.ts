import type { Figure } from '../figure.ts';
import type { RealPerson } from '../servers/real-mattermost.ts';
import { runPluginFrom } from '../servers/real-plugins.ts';

/** Runs another plugin, of the bundle that `variable` names, and measures with it; where it names none, says so. */
export async function withPluginOf(
  variable: string,
  what: string,
  admin: RealPerson,
  measure: (id: string) => Promise<Figure[]>,
): Promise<Figure[]> {
  const bundle = process.env[variable] ?? '';
  if (bundle !== '') return measure(await runPluginFrom(bundle, admin));
  process.stderr.write(`mattermost: no ${what} to compare with, ${variable} names none.\n`);
  return [];
}
