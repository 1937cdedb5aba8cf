import { expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { secretsOf } from './secrets-of.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz';

const secrets = (more: Record<string, string>) =>
  secretsOf(
    readConfig({
      env: { MATTERMOST_URL: 'http://chat', MATTERMOST_BOT_TOKEN_TODO: TOKEN, ...more },
      readFile: () => '',
    }),
  );

it('are the tokens, the password of the database and what a program gets in its environment', () => {
  const program = { TODO_PROGRAM: 'todo', TODO_PROGRAM_ENV: '{"KEY": "of the program"}', PATH: '/bin' };
  const given = { MATTERMOST_COMMAND_TOKEN_TODO: `${'c'.repeat(26)},${'d'.repeat(26)}`, ...program };
  expect(secrets(given)).toEqual([TOKEN, 'c'.repeat(26), 'd'.repeat(26), 'of the program']);
});

it.each([
  ['postgres://u:hunter22@db/x', ['hunter22', 'hunter22']],
  ['postgres://u:p%40ss%2Fword@db/x', ['p%40ss%2Fword', 'p@ss/word']],
  ['postgres://u:100%sure!@db/x', ['100%sure!', '100%sure!']],
  ['postgres://db/x', []],
  ['sqlite:todo.sqlite', []],
])('of %j are %j besides the token', (DATABASE_URL, found) => {
  expect(secrets({ DATABASE_URL })).toEqual([TOKEN, ...found]);
});
