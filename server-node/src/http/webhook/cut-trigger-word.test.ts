import { describe, expect, it } from '@jest/globals';
import { cutTriggerWord } from './cut-trigger-word.ts';

/** Texts as Mattermost 11.2.1 delivered them. */
describe('what was typed after the trigger word', () => {
  it.each([
    ['todo buy milk', 'todo', 'buy milk'],
    ['todo', 'todo', ''],
    ['@todo buy bread', '@todo', 'buy bread'],
    ['  todo spaced   out  ', 'todo', 'spaced   out  '],
    ['todo\nnext line', 'todo', 'next line'],
    ['todo\ttabbed', 'todo', 'tabbed'],
    ['todo\u3000全角スペース', 'todo', '全角スペース'],
    ['#dolater with prefix', '#do', 'later with prefix'],
    ['todo todo', 'todo', 'todo'],
    ['buy milk', '', 'buy milk'],
    ['buy milk', 'other-hook', 'buy milk'],
  ])('%j with the word %j is %j', (text, word, typed) => {
    expect(cutTriggerWord(text, word)).toBe(typed);
  });
});
