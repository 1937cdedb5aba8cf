import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { AppError } from '../shared/app-error.ts';

/** Only the owner may read it: it holds tokens. */
const MODE = 0o600;

const NAME = /^[A-Z][A-Z0-9_]*$/;

/** Addresses and lists of tokens: no line end, blank, quote, `#`, `$` or backslash, which begin something else. */
export const isPlainValue = (value: string): boolean => /^[\w.,:/@%~+[\]?=&-]*$/.test(value);
export const PLAIN = 'letters, digits and .,:/@%~+[]?=&-_ only';

/** Without the value: it may be a secret. */
const notPlain = (name: string): string => `${name}: Expected ${PLAIN}; nothing was written.`;

export interface SettingsFile {
  path: string;
  /** The whole text, kept but for the lines that change; empty when there is no file. */
  text: string;
  values: Readonly<Record<string, string>>;
  /** False when others may read it. */
  isPrivate: boolean;
}

export async function readSettingsFile(path: string): Promise<SettingsFile> {
  try {
    const text = await readFile(path, 'utf8');
    const isPrivate = ((await stat(path)).mode & 0o077) === 0;
    return { path, text, values: parseEnv(text) as Record<string, string>, isPrivate };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { path, text: '', values: {}, isPrivate: true };
  }
}

/**
 * The text with these settings in it: the last line that gives one is changed in its place, earlier ones of the same
 * name go away, new ones are added at the end. All else stays: comments, order, blank lines.
 *
 * @throws {AppError} invalid_config for a name or value that Node, systemd and compose might not read as it is written
 */
export function withSettings(text: string, values: Readonly<Record<string, string>>): string {
  for (const [name, value] of Object.entries(values)) {
    if (!NAME.test(name) || !isPlainValue(value)) throw new AppError('invalid_config', notPlain(name));
  }
  const missing = new Map(Object.entries(values));
  const kept = text
    .split('\n')
    .reverse()
    .flatMap((line) => {
      const name = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line)?.[1];
      if (name === undefined || !(name in values)) return [line];
      const value = missing.get(name);
      missing.delete(name);
      return value === undefined ? [] : [`${name}=${value}`];
    });
  const body = kept.reverse().join('\n').replace(/\n*$/, '');
  const added = [...missing].map(([name, value]) => `${name}=${value}`);
  return `${[...(body === '' ? [] : [body]), ...added].join('\n')}\n`;
}

/** All or nothing: whoever reads it meanwhile gets the old text or the new one. */
export async function writeSettingsFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, text, { mode: MODE, flag: 'wx' });
    await chmod(draft, MODE);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
