/** Where settings come from; `readFile` throws when it cannot. */
export interface SettingsSource {
  env: Readonly<Record<string, string | undefined>>;
  readFile(path: string): string;
}

/** What is given for one setting: its text, nothing, or a fault of the giving. */
export type Given = { text: string | undefined } | { fault: string };

/** `<NAME>` or the content of the file that `<NAME>_FILE` names. An empty variable counts as not given. */
export function givenValue({ env, readFile }: SettingsSource, name: string): Given {
  const text = present(env[name]);
  const path = present(env[`${name}_FILE`]);
  if (path === undefined) return { text };
  if (text !== undefined) return { fault: `${name}: Give either ${name} or ${name}_FILE; got both.` };
  try {
    return { text: present(readFile(path)) };
  } catch (error) {
    return {
      fault: `${name}_FILE: Expected a file that can be read; got ${quote(path)} (${codeOf(error)}).`,
    };
  }
}

function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Values may be long by mistake, and hold a password by mistake. */
export function quote(text: string): string {
  const shown = text.replace(USER_AND_PASSWORD, '$1[not shown]@');
  return JSON.stringify(shown.length > 80 ? `${shown.slice(0, 80)}…` : shown);
}

/** What stands before the last @, but for the scheme of an address. */
const USER_AND_PASSWORD = /^([\w+.-]+:\/{1,2})?.*@/s;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
