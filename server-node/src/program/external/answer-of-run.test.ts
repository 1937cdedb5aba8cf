import { expect, it } from '@jest/globals';
import { answerOfRun } from './answer-of-run.ts';
import type { RunResult } from './spawn-program.ts';

const exited = (exitCode: number, stdout: string, stderr = '', cut = false): RunResult => ({
  kind: 'exited',
  exitCode,
  stdout: { text: stdout, cut },
  stderr: { text: stderr, cut: false },
});

it.each<[string, RunResult, boolean, string]>([
  ['exit 0: the output', exited(0, 'Buy milk\n', 'noise'), true, 'Buy milk'],
  ['exit 0 and no output', exited(0, ' \n', 'noise'), true, 'Command `done` executed successfully.'],
  [
    'exit 1: what stderr says',
    exited(1, 'out', 'no such to-do\n'),
    false,
    'Error executing `done`:\nno such to-do',
  ],
  ['exit 1 and no stderr: the output', exited(1, 'out\n'), false, 'Error executing `done`:\nout'],
  ['exit 1 and silence', exited(7, ''), false, 'Error executing `done`:\nexit code 7'],
  ['the time is up', { kind: 'timed_out' }, false, 'Command `done` execution timed out.'],
  [
    'not on PATH',
    { kind: 'not_found' },
    false,
    'Command `todo` not found. Please ensure it is installed and in the PATH.',
  ],
  [
    'not executable',
    { kind: 'not_started', reason: 'EACCES' },
    false,
    'Command `todo` could not be started (EACCES). Please ask the operator to look at it.',
  ],
])('answers for %s', (_case, result, ok, text) => {
  expect(answerOfRun('done', 'todo', result)).toEqual({ ok, text, change: null });
});

it.each([exited(0, '🥛'.repeat(60_000), '', true), exited(1, '', 'x'.repeat(60_000))])(
  'cuts a long output to what a post holds, and says so',
  (result) => {
    const { text } = answerOfRun('list', 'todo', result);
    expect(text.length).toBeLessThan(16_383 - 3_000);
    expect(text).toMatch(/\n… the output was longer; this is its beginning\.$/);
    expect(text.isWellFormed()).toBe(true);
  },
);

it('keeps the indentation of the first row', () => {
  expect(answerOfRun('list', 'todo', exited(0, '\n  1.a\n  2.b\n')).text).toBe('  1.a\n  2.b');
});
