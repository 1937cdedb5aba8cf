import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

/** The program itself, started as from a shell: processes need their time on a busy machine. */
jest.setTimeout(60_000);

const TODO = fileURLToPath(new URL('../../../bin/todo', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'todo-bin-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function todo(words: string[], input = '', more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(TODO, words, {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'], DATABASE_URL: 'sqlite:todo.sqlite', ...more },
  });
  return { status, stdout, stderr };
}

const prints = (stdout: string) => ({ status: 0, stdout, stderr: '' });

it('keeps to-dos in the store from one run to the next', () => {
  const first = todo(['add', 'Buy', 'milk']);
  expect(first).toMatchObject({ status: 0, stdout: 'Added: **1** Buy milk\n' });
  expect(first.stderr).toMatch(/^todo: There was no file .* new and empty .*todo\.sqlite/);
  expect(todo(['Buy bread'])).toEqual(prints('Added: **2** Buy bread\n'));
  expect(todo(['done', 'milk'])).toEqual(prints('Done: **1** Buy milk\n'));
  expect(todo(['reopen', 'MILK'])).toEqual(prints('Open again: **1** Buy milk\n'));
  expect(todo(['delete', '1-2']).status).toBe(0);
  expect(todo(['undo']).status).toBe(0);
  expect(todo([])).toEqual(prints('**2 open**\n**1** Buy milk\n**2** Buy bread\n'));
  expect(todo(['--list', 'person:ann00000000000000000000000']).stdout).toMatch(/^Nothing to do/);
  expect(todo(['done', '7'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no to-do 7 in this list. Nothing was changed.\n',
  });
});

it('speaks another language where the environment says so', () => {
  const language = { TODO_LANGUAGE: 'ja', DATABASE_URL: 'sqlite:japanese.sqlite' };
  expect(todo(['牛乳を買う'], '', language).stdout).toBe('追加しました：**1** 牛乳を買う\n');
  expect(todo(['help', 'undo'], '', language).stdout).toMatch(/^`undo`：/);
  expect(todo(['done'], '', language)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^どの ToDo/),
  });
  const wrong = todo(['list'], '', { TODO_LANGUAGE: 'latin' });
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringMatching(/TODO_LANGUAGE: Expected/) });
});

it('refuses a store in a folder that is not there, and makes none', () => {
  const wrong = todo(['list'], '', { DATABASE_URL: 'sqlite:typo/todo.sqlite' });
  expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/no folder "typo"/) });
});

it('names all faults of its settings', () => {
  const { status, stderr } = spawnSync(TODO, ['list'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: 'mysql://x', TODO_PROGRAM: 'bad name' },
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/DATABASE_URL.*\n.*TODO_PROGRAM/)]);
});

it('explains many lines in one go', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `done ${index + 1}`);
  const { status, stdout } = todo(
    ['explain', '--json', '--stdin'],
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  const answers = stdout.trimEnd().split('\n');
  expect([status, answers.length]).toEqual([0, 20_000]);
  expect(answers.at(-1)).toBe('{"verb":"done","numbers":[20000],"text":"","due":null,"repeat":null}');
});
