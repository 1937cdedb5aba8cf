import { describe, expect, it } from '@jest/globals';
import { firstLineAsText, firstSentenceAsText, linesAsTexts } from './split-lines.ts';

describe('the first line', () => {
  it.each([
    ['Buy milk', 'Buy milk', ''],
    ['Buy milk\ntwo litres\n\nand bread', 'Buy milk', 'two litres\n\nand bread'],
    ['\n Buy milk \r\n  two litres\n', 'Buy milk', 'two litres'],
  ])('of %j is the text, the rest notes', (written, text, notes) => {
    expect(firstLineAsText(written)).toEqual({ text, notes });
  });
});

describe('of a message', () => {
  const long = 'word '.repeat(45).trim();

  it.each([
    ['Could you look? It is late.', 'Could you look? It is late.', ''],
    [`First one. ${long}`, 'First one.', long],
    [`最初の文。${'字'.repeat(200)}\n次の行`, '最初の文。', `${'字'.repeat(200)}\n次の行`],
    [`See v1.2 of ${long}`, `See v1.2 of ${long}`, ''],
  ])('%j the first sentence is the text when its line is long', (written, text, notes) => {
    expect(firstSentenceAsText(written, 4_000)).toEqual({ text, notes });
  });

  it('that begins with code the code stays whole, below its first line', () => {
    const code = '```sh\nmake dist\nmake deploy\n```\nplease';
    expect(firstSentenceAsText(code, 4_000)).toEqual({ text: 'make dist', notes: code });
  });

  it('without an end nothing is lost: the notes have all of it', () => {
    const endless = 'x'.repeat(50);
    expect(firstSentenceAsText(endless, 20)).toEqual({ text: `${'x'.repeat(19)}…`, notes: endless });
  });
});

it('lines are to-dos without the marks of a list', () => {
  const pasted = '- milk\n* bread\r\n\n1. butter\n2) salt\n- [ ] rice\n  • tea\n-5 degrees\n3 eggs';
  expect(linesAsTexts(pasted)).toEqual([
    'milk',
    'bread',
    'butter',
    'salt',
    'rice',
    'tea',
    '-5 degrees',
    '3 eggs',
  ]);
});
