import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { add, ask, openTodos } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const MEGABYTE = 1_000_000;
/** In what follows it stands where a secret might. */
const SECRET = 'hunter22';

/** Settings of `config.json`, which anybody may have written by hand, and what must be said of them. */
const REFUSED: [what: string, settings: Record<string, unknown>, says: RegExp][] = [
  [
    'a word for a number',
    { requestsperminute: 'many' },
    /^RequestsPerMinute: Expected how many .*; got "many"/,
  ],
  ['a negative number', { requestsperminute: -1 }, /^RequestsPerMinute: Expected/],
  ['a number beyond all', { requestsperminute: 1e300 }, /^RequestsPerMinute: Expected/],
  ['a megabyte for a number', { requestsperminute: '9'.repeat(MEGABYTE) }, /^RequestsPerMinute: Expected/],
  ['a list for a number', { requestsperminute: [1, 2] }, /^RequestsPerMinute: Expected/],
  ['yes for a word', { webhooklist: true }, /^WebhookList: Expected/],
  ['an unknown word', { webhooklist: 'everyone' }, /^WebhookList: Expected channel, person or shared/],
  ['a megabyte for tokens', { webhooktokens: SECRET.repeat(MEGABYTE / 8) }, /^WebhookTokens: Expected/],
  ['an object for tokens', { webhooktokens: { [SECRET]: 1 } }, /^WebhookTokens: Expected/],
  ['no database', { database: `http://${SECRET}` }, /^Database: Expected nothing/],
  ['a list for a database', { database: [`postgres://${SECRET}@db/x`] }, /^Database: Expected/],
  ['a file below a file', { database: 'sqlite:/dev/null/todo.sqlite' }, /cannot be opened/],
  ['a folder for a file', { database: 'sqlite:/usr' }, /cannot be opened/],
  ['a folder that is none', { program: 'todo-txt', programfolder: 'here' }, /^ProgramFolder: Expected/],
  ['a megabyte for a program', { program: `/${'p'.repeat(MEGABYTE)}`, programfolder: 'here' }, /^Program/],
];

let stage: ManagedStage;
let good: Record<string, unknown>;
beforeAll(async () => {
  stage = await openManagedStage({ command: await asShipped() });
  await stage.start();
  good = { ...stage.played.settings };
}, 120_000);
afterAll(() => stage.close(), 30_000);
afterEach(() => void (stage.played.settings = { ...good }));

const texts: string[] = [];
/** In Mattermost's log, as an error: by the backend that runs, or by all that were started. */
const saidNow = () => String(stage.logged('LogError', stage.plugin()).at(-1)?.args[0]);
const saidByAll = () => stage.logged('LogError').map(({ args }) => String(args[0]));

it.each(REFUSED)(
  'settings with %s are refused in clear and short words, what runs goes on, and nothing is lost',
  async (what, settings, says) => {
    const before = await ask(stage, 'alice', 'GET', '/me');
    Object.assign(stage.played.settings, settings);
    await stage.plugin().mattermost.hook('OnConfigurationChange');
    expect(saidNow()).toMatch(/^The settings were not taken over: /);
    expect((await ask(stage, 'alice', 'GET', '/me')).body).toEqual(before.body);
    texts.push(what);
    expect((await add(stage, 'alice', what)).status).toBe(201);

    const refused = await stage.start().catch((error: Error) => error.message);
    expect(refused).toMatch(says);
    for (const words of [refused, ...saidByAll()]) expect(String(words).length).toBeLessThan(1_000);
    expect([refused, ...saidByAll()].join()).not.toContain(SECRET);
    expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(texts);
  },
  60_000,
);

it('a database that lets nobody in is refused in its own words, without the password', async () => {
  const address = new URL(stage.database.dataSource);
  Object.assign(address, { username: 'nobody', password: SECRET });
  stage.played.settings['database'] = address.href;
  const refused = await stage.start().catch((error: Error) => error.message);
  expect(refused).toMatch(/nobody|password/);
  expect(refused).not.toContain(SECRET);
  expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(texts);
}, 60_000);
