import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ListView } from '../contract/todo-view.ts';
import { call } from '../testing/call.ts';
import { makeOwnDatabase, type OwnDatabase } from './testing/own-database.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';

const NOT_THERE = 'postgres://nobody@%2Fnowhere/x';

let folder = '';
let own: OwnDatabase;
let backend: ManagedBackend | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-activation-'));
  await writeFile(join(folder, 'words'), 'words, and more than a page of them. '.repeat(500));
  own = await makeOwnDatabase(process.env);
});
afterEach(async () => {
  await backend?.close();
  backend = undefined;
  await own.remove();
  await rm(folder, { recursive: true });
});

async function open(settings: Record<string, unknown>): Promise<ManagedBackend> {
  backend = await openManagedBackend(settings, { dataSource: own.dataSource });
  backend.people.add('ann');
  return backend;
}

async function change(one: ManagedBackend, settings: Record<string, unknown>): Promise<void> {
  Object.assign(one.played.settings, settings);
  await one.mattermost.hook('OnConfigurationChange');
}

const logged = (one: ManagedBackend, level: string) =>
  one.logged.filter((entry) => entry.level === level).map(({ message }) => message);
const add = (one: ManagedBackend, text: string) =>
  call(one, 'ann', 'POST', '/lists/me/todos', { text }).then(({ status }) => status);
const texts = async (one: ManagedBackend) =>
  (await call<ListView>(one, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);

/** Settings that no waiting mends, and what is said of them. */
const HOPELESS: [string, () => string, RegExp][] = [
  [
    'a file below a file',
    () => `sqlite:${folder}/words/todo.db`,
    /cannot be opened: the system says ENOTDIR/,
  ],
  ['a folder', () => `sqlite:${folder}`, /cannot be opened: .* as a file/],
  ['no SQLite file', () => `sqlite:${folder}/words`, /cannot be opened: it is no SQLite file/],
  ['a folder that is not there', () => 'sqlite:/proc/todo/todo.db', /cannot be opened: there is no folder/],
  ['an address that cannot be read', () => 'postgres://ann:hunter22@[::1/x', /cannot be used: Invalid URL/],
  ['a user that there is not', () => withUser('nobody_here', 'hunter22'), /cannot be used: .*\(28000\)/],
  ['a database that there is not', () => withDatabase('nothing_here'), /cannot be used: .*\(3D000\)/],
];
const withUser = (username: string, password: string) =>
  Object.assign(new URL(own.dataSource), { username, password }).href;
const withDatabase = (name: string) => Object.assign(new URL(own.dataSource), { pathname: `/${name}` }).href;

describe.each(HOPELESS)('a Database that is %s', (_what, database, said) => {
  it('fails the activation, and the System Console shows why', async () => {
    const refusal = await open({ database: database() }).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(said);
    expect(String(refusal)).toMatch(/disable and enable this plugin\.$/);
    expect(String(refusal)).not.toContain('hunter22');
  });

  it('leaves the server that runs as it is, and the log says why', async () => {
    const one = await open({ database: '' });
    expect(await add(one, 'Buy milk')).toBe(201);
    await change(one, { database: database() });
    expect(await texts(one)).toEqual(['Buy milk']);
    expect(await add(one, 'Call Bob')).toBe(201);
    const [error = ''] = logged(one, 'error');
    expect(error).toMatch(/^The settings were not taken over: /);
    expect(error).toMatch(said);
    expect(JSON.stringify(one.logged)).not.toContain('hunter22');
  });
});

describe('a database that is away', () => {
  it('is waited for while the plugin runs, until settings come with which it works', async () => {
    const one = await open({ database: NOT_THERE });
    expect(await add(one, 'too early')).toBe(503);
    await change(one, { webhooklist: 'nobody’s' });
    expect(await add(one, 'still too early')).toBe(503);
    await change(one, { webhooklist: 'channel', database: '' });
    expect(await add(one, 'Buy milk')).toBe(201);
    expect(logged(one, 'error')).toEqual([expect.stringMatching(/not taken over: WebhookList/)]);
    expect(logged(one, 'info').filter((text) => text.startsWith('The to-do backend is there'))).toHaveLength(
      1,
    );
    expect(logged(one, 'warn').join()).toMatch(/cannot be reached; trying again/);
  });

  it('is waited for although settings are saved meanwhile, and used as soon as it is there', async () => {
    const late = join(folder, 'late');
    const one = await open({ database: `postgres://postgres@${encodeURIComponent(late)}/postgres` });
    await one.mattermost.hook('OnConfigurationChange');
    expect(await add(one, 'too early')).toBe(503);
    await linkToServer(late);
    for (let tries = 0; tries < 100 && (await add(one, 'Buy milk')) !== 201; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await texts(one))[0]).toBe('Buy milk');
    expect(logged(one, 'error')).toEqual([]);
  });
});

/** The folder of the PostgreSQL's socket appears under this name. */
async function linkToServer(path: string): Promise<void> {
  const { symlink } = await import('node:fs/promises');
  await symlink(decodeURIComponent(new URL(own.dataSource).hostname), path);
}
