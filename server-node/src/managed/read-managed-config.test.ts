import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { MANAGED_SETTINGS } from './managed-settings.ts';
import { readManagedConfig } from './read-managed-config.ts';

const OWN = { host: 'db', user: 'mmuser' };
const TOKENS = ['webhooktoken0000000000000a', `webhooktoken0000000000000b@${'c'.repeat(26)}`];
const read = (settings: Record<string, unknown>) =>
  readManagedConfig({ settings, environment: { PATH: '/usr/bin' }, ownDatabase: () => OWN });

describe('the settings of the System Console', () => {
  it('may be missing altogether', () => {
    expect(read({})).toMatchObject({
      databaseUrl: OWN,
      webhookList: 'channel',
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
      [...Object.keys(MANAGED_SETTINGS), 'Program', 'ProgramFolder', 'ProgramSettings'].sort(),
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

  it.each([[null], [true], [{}], [['x']]])('count as not given when they are %j', (value) => {
    expect(read({ webhooklist: value, database: value, program: value })).toEqual(read({}));
  });
});

interface Shown {
  key: string;
  default: unknown;
}
