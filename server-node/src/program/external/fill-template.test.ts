import { describe, expect, it } from '@jest/globals';
import { fillTemplate, looksLikeOption } from './fill-template.ts';

const parts = { text: 'Buy milk', refs: ['2', '12'], home: '/h' };

describe('a template', () => {
  it.each([
    [['add', '{text}'], [['add', 'Buy milk']]],
    [['done', '{refs}'], [['done', '2', '12']]],
    [['done', '{refs,}'], [['done', '2,12']]],
    [['--file={home}/x', '--text={text}'], [['--file=/h/x', '--text=Buy milk']]],
    [
      ['del', '{ref}'],
      [
        ['del', '12'],
        ['del', '2'],
      ],
    ],
  ])('%j becomes %j', (argv, expected) => {
    expect(fillTemplate({ argv }, parts)).toEqual(expected);
  });

  it('leaves an argument out when there is no text', () => {
    expect(fillTemplate({ argv: ['list', '{text}'] }, { ...parts, text: '' })).toEqual([['list']]);
  });

  it.each([
    '{home}',
    '{refs}',
    '$& $1',
    '; rm -rf /',
    '$(id)',
    '`id`',
    'a\nb',
    '--',
    '🥛',
    'x'.repeat(100_000),
  ])('passes a text as one argument, to the letter: %#', (text) => {
    expect(fillTemplate({ argv: ['add', '{text}'] }, { ...parts, text })).toEqual([['add', text]]);
  });

  it.each([
    [['add', '{text}'], '--help', true],
    [['add', '{text}'], 'help --me', false],
    [['add', '--', '{text}'], '--help', false],
    [['add', '{text}', '--'], '-x', true],
    [['add', '--text={text}'], '--help', false],
  ])('knows whether the program would take a text for an option: %j %s', (argv, text, expected) => {
    expect(looksLikeOption({ argv }, text)).toBe(expected);
  });
});
