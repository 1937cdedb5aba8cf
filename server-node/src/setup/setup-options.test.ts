import { expect, it } from '@jest/globals';
import { readSetupOptions } from './setup-options.ts';

const source = {
  env: { MM_URL: 'http://127.0.0.1:8065', MM_ADMIN_TOKEN: 'x'.repeat(26) },
  readFile: () => '',
};
const settingsOf = (...args: string[]) => readSetupOptions(args, source)?.wanted.settings;

it('takes the port and the database, as the backend will read them', () => {
  const database = 'postgres://todo:p%40ss@db.example.com:5432/todo?sslmode=require&connect_timeout=5';
  expect(settingsOf('--port', '9077', '--database', database)).toEqual({
    PORT: '9077',
    DATABASE_URL: database,
  });
  expect(settingsOf()).toEqual({ PORT: undefined, DATABASE_URL: undefined });
});

it.each([
  [['--port', '70000'], /^--port: Expected a port from 0/],
  [['--database', 'mysql://root:hunter22@db/x'], /^--database: Expected sqlite:/],
  [['--database', "sqlite:/tmp/it's hunter22"], /^--database: Expected letters, digits .* percent-encode/],
])('refuses %j, and shows no password', (args, said) => {
  const refusal = (() => {
    try {
      return readSetupOptions(args, source);
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(refusal).toMatch(said);
  expect(refusal).not.toContain('hunter22');
});
