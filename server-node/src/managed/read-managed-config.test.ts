import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { MANAGED_SETTINGS } from './managed-settings.ts';
import { readManagedConfig } from './read-managed-config.ts';

/** Shows what became of the others; nothing is read from it. */
const STATE = 'State';
const OWN = { host: 'db', user: 'mmuser' };
const TOKENS = ['webhooktoken0000000000000a', `webhooktoken0000000000000b@${'c'.repeat(26)}`];
const read = (settings: Record<string, unknown>) =>
  readManagedConfig({ settings, environment: { PATH: '/usr/bin' }, ownDatabase: () => OWN });

describe('the settings of the System Console', () => {
  it('may be missing altogether', () => {
    expect(read({})).toMatchObject({
      databaseUrl: OWN,
      webhookList: 'channel',
      triggerWords: ['todo'],
      program: null,
      mattermost: { webhookTokens: [] },
      http: { requestsPerMinute: 600 },
    });
  });

  it('are those of plugin.json, whose defaults change nothing', () => {
    const text = readFileSync(new URL('../../../plugin.json', import.meta.url), 'utf8');
    const { settings } = (JSON.parse(text) as { settings_schema: { settings: Shown[] } }).settings_schema;
    const shown = settings.map(({ key }) => key).sort();
    expect(shown).toEqual(
      [...Object.keys(MANAGED_SETTINGS), 'Program', 'ProgramFolder', 'ProgramSettings', STATE].sort(),
    );
    const defaults = settings.map((setting) => [setting.key.toLowerCase(), setting.default]);
    expect(read(Object.fromEntries(defaults))).toEqual(read({}));
  });

  it('take tokens a line, numbers, another database, and an external program', () => {
    const config = read({
      webhooktokens: `${TOKENS[0]}\r\n ${TOKENS[1]}, `,
      requestsperminute: 30,
      database: 'sqlite:/var/lib/todo.sqlite',
      program: 'todo-txt',
      programfolder: '/var/lib/todo',
      programsettings: '# ours\nTODO_PROGRAM_TIMEOUT_SECONDS = 7\nTODO_PROGRAM_ENV={"TZ": "UTC"}\n',
    });
    expect(config).toMatchObject({
      databaseUrl: 'sqlite:/var/lib/todo.sqlite',
      mattermost: { webhookTokens: TOKENS },
      http: { requestsPerMinute: 30 },
      program: {
        name: 'todo-txt',
        homeBase: '/var/lib/todo',
        timeoutMs: 7_000,
        environment: { TZ: 'UTC', PATH: '/usr/bin' },
      },
    });
  });

  it('are refused all at once, by the names that the console shows, without secrets', () => {
    const settings = {
      webhooklist: 'everybody',
      webhooktokens: 'hunter22',
      requestsperminute: -3,
      database: 'mysql://root:hunter22@db/x',
      program: 'todo-txt',
      programfolder: 'var/relative',
      programsettings: 'LD_PRELOAD=hunter22',
    };
    const refusal = () => read(settings);
    for (const name of [
      'WebhookList',
      'WebhookTokens',
      'RequestsPerMinute',
      'Database',
      'ProgramFolder',
      'ProgramSettings',
    ]) {
      expect(refusal).toThrow(new RegExp(`^${name}: Expected`, 'm'));
    }
    expect(refusal).not.toThrow(/hunter22/);
  });

  it('name a wrong line of the secret ones by its number and length only', () => {
    const lines = [
      '# ours',
      'TODO_PROGRAM_PARALLEL=2',
      '  sk-hunter22 ',
      'HUNTER=22',
      '',
      'TODO_PROGRAM_ADD=hunter22',
    ];
    const settings = { program: 'todo-txt', programfolder: '/var/lib/todo' };
    const refusal = () => read({ ...settings, programsettings: lines.join('\r\n') });
    expect(refusal).toThrow(/^ProgramSettings: .* line 3 \(11 characters, not shown\)\.$/m);
    expect(refusal).toThrow(/^ProgramSettings: .* line 4 \(9 characters, not shown\)\.$/m);
    expect(refusal).toThrow(/^TODO_PROGRAM_ADD: .* \(8 characters, not shown\)\.$/m);
    expect(refusal).not.toThrow(/hunter/i);
  });

  it.each<[string, unknown, RegExp]>([
    ['a list', ['x'], /^Database: Expected text; got a list\.$/m],
    ['an object', { x: 1 }, /^Database: Expected text; got an object\.$/m],
    ['a truth value', true, /^Database: Expected text; got true\.$/m],
    ['a number', 5432, /^Database: Expected nothing .* \(4 characters, not shown\)\.$/m],
    [
      'no end',
      `sqlite:/${'x'.repeat(1_000_000)}`,
      /^Database: Expected at most 65536 characters; got 1000008\.$/m,
    ],
    ['a NUL', 'sqlite:/a\0b', /^Database: Expected text; got a NUL/m],
    ['a relative path', 'sqlite:todo.db', /^Database: Expected nothing/m],
  ])('say what is wrong with a database that is %s, rather than take another', (_what, database, said) => {
    expect(() => read({ database })).toThrow(said);
  });

  it.each([
    -1,
    0,
    1.5,
    1e300,
    Number.MAX_SAFE_INTEGER,
    '6e2',
    ' 7x',
    '٣',
    'NaN',
    [600],
    { valueOf: 600 },
    true,
  ])('take no %j for a number of requests', (requestsperminute) => {
    expect(() => read({ requestsperminute })).toThrow(/^RequestsPerMinute: Expected/m);
  });

  it.each([[30], ['30'], [' 30 ']])('take %j for thirty', (requestsperminute) => {
    expect(read({ requestsperminute }).http.requestsPerMinute).toBe(30);
  });

  it('may be spelt with capitals, but not in two ways at once', () => {
    expect(read({ WebhookList: 'person' }).webhookList).toBe('person');
    expect(() => read({ WebhookList: 'person', webhooklist: 'channel' })).toThrow(
      /^WebhookList: Expected one value; got several/m,
    );
  });

  it('may be of another version, whose settings are passed over', () => {
    const settings = {
      sparkle: { deeply: ['nested'] },
      __proto__: { database: 'sqlite:/x' },
      constructor: 'x',
    };
    expect(read(settings)).toEqual(read({}));
  });

  it.each([[null], [''], [' \t']])('count as not given when they are %j', (value) => {
    expect(read({ webhooklist: value, database: value, program: value })).toEqual(read({}));
  });
});

interface Shown {
  key: string;
  default: unknown;
}
