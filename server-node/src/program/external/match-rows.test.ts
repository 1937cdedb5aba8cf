import { describe, expect, it } from '@jest/globals';
import { DIALECTS, type DialectName } from './dialects/dialects.ts';
import { matchRows } from './match-rows.ts';

const open = (ref: string, text: string) => ({ ref, text, done: false });
const done = (ref: string, text: string) => ({ ref, text, done: true });

function rowsOf(dialect: DialectName, ...lines: string[]) {
  const pattern = DIALECTS[dialect].rows;
  return pattern === undefined ? [] : matchRows(lines.join('\n'), pattern);
}

describe('the rows of what a program printed', () => {
  it.each<[DialectName, string[], object[]]>([
    [
      'todo',
      ['Your list:', '1. Buy milk', ' 2) b', '#3 c', '[x] 4 d', '5. [x] e', '6 [ ] f', '', 'no row'],
      [open('1', 'Buy milk'), open('2', 'b'), open('3', 'c'), done('4', 'd'), done('5', 'e'), open('6', 'f')],
    ],
    [
      'todo-txt',
      ['06 (A) Buy milk', '07 x 2026-11-22 2026-11-20 b', '10 x-ray', '--', 'TODO: 3 of 3 tasks shown'],
      [open('6', '(A) Buy milk'), done('7', 'b'), open('10', 'x-ray')],
    ],
    [
      'todoman',
      [
        '[ ] 1  (no due date) Buy milk ',
        '[X] 2 !!! (no due date) b (100%)',
        '[ ] 3  2027-01-02 10:00 c (50%) ',
        '[ ] 4 !! 2027-01-02 d ',
      ],
      [open('1', 'Buy milk'), done('2', 'b'), open('3', 'c (50%)'), open('4', 'd')],
    ],
    [
      'devtodo',
      ['  1.Buy milk', '- 2.b', ' 10.c is long', '    and goes on', '-11.d'],
      [open('1', 'Buy milk'), done('2', 'b'), open('10', 'c is long and goes on'), done('11', 'd')],
    ],
    ['taskwarrior', [' 1 Buy milk', '12 3 eggs', ''], [open('1', 'Buy milk'), open('12', '3 eggs')]],
  ])('of %s', (dialect, lines, rows) => {
    expect(rowsOf(dialect, ...lines)).toEqual(rows);
  });

  it('are none when no line fits', () => {
    expect(rowsOf('todo', 'Nothing to do.')).toEqual([]);
  });

  // Were it not stopped, this test would not end either.
  it('are none when a pattern takes for ages, and it is stopped', () => {
    expect(matchRows(`${'a'.repeat(60)}!`, { row: /^(?<ref>a+)+(?<text>b)$/ })).toEqual([]);
  });
});
