import { describe, expect, it } from '@jest/globals';
import { readConfig, type ServerConfig } from '../config.ts';
import { makeScrub } from '../shared/scrub.ts';
import { secretsOf } from './secrets-of.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz';

const secrets = (more: Record<string, string>) =>
  secretsOf(
    readConfig({
      env: { MATTERMOST_URL: 'http://chat', MATTERMOST_BOT_TOKEN_TODO: TOKEN, ...more },
      readFile: () => '',
    }),
  );

describe('the secrets of the settings', () => {
  it('are the tokens, the password of the database and what a program gets in its environment', () => {
    const program = { TODO_PROGRAM: 'todo', TODO_PROGRAM_ENV: '{"KEY": "of-the-program"}', PATH: '/bin' };
    const given = { MATTERMOST_COMMAND_TOKEN_TODO: `${'c'.repeat(26)},${'d'.repeat(26)}`, ...program };
    const all = [TOKEN, 'c'.repeat(26), 'd'.repeat(26), 'of-the-program'];
    expect(secrets(given).toSorted()).toEqual(all.toSorted());
  });

  it.each([
    ['postgres://u:hunter22@db/x', ['hunter22']],
    ['postgres://u:p%40ss%2Fword@db/x', ['p%40ss%2Fword', 'p@ss/word']],
    ['postgres://u:p@ssword@db/x', ['p@ssword']],
    ['postgres://u:100%sure!@db/x', ['100%sure!', '100%25sure!']],
    ['postgres://u@db/x?password=hunter%2222&sslpassword=hunter33', ['hunter33', 'hunter"22', 'hunter%2222']],
    ['postgres://db/x', []],
    ['sqlite:todo.sqlite', []],
  ])('of %j are %j besides the token', (DATABASE_URL, found) => {
    expect(secrets({ DATABASE_URL })).toEqual(expect.arrayContaining([TOKEN, ...found]));
  });

  it('of an address in parts are its password, in every form, and what a host knows besides', () => {
    const config: ServerConfig = {
      mattermost: { url: '', webhookTokens: [], commandTokens: [] },
      databaseUrl: { host: 'db', password: 'h"nter 22/' },
      http: { trustedProxies: [], requestsPerMinute: 1 },
      webhookList: 'channel',
      triggerWords: ['todo'],
      language: 'mattermost',
      program: null,
    };
    const scrub = makeScrub(secretsOf(config, ['of the host']));
    for (const said of ['h"nter 22/', 'h%22nter%2022%2F', String.raw`h\"nter 22/`, 'of the host']) {
      expect(scrub(`{"msg":"${said}."}`)).toBe('{"msg":"[secret]."}');
    }
  });
});
