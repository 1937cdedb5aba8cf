/** Set by Mattermost for its plugins; a protection against mistakes, not a secret. */
const COOKIE = { name: 'MATTERMOST_PLUGIN', value: 'Securely message teams, anywhere.' };

export type Environment = Readonly<Record<string, string | undefined>>;

export function startedByMattermost(environment: Environment): boolean {
  return environment[COOKIE.name] === COOKIE.value;
}

export const NOT_BY_HAND =
  'This program is a Mattermost plugin: Mattermost starts it by itself. Upload it in the System Console instead.';

/** go-plugin's core protocol 1, Mattermost's plugin protocol 1. Must be the first line on standard output. */
export function handshakeLine(address: string): string {
  if (/[|\n]/.test(address))
    throw new Error(`A socket path must not contain "|" or a line break: ${address}`);
  return `1|1|unix|${address}|netrpc|\n`;
}
