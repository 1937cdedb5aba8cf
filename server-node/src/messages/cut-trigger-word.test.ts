import { describe, expect, it } from '@jest/globals';
import { cutTriggerWord, firesWebhook } from './cut-trigger-word.ts';

describe('what was typed after the trigger word', () => {
  /** Texts as Mattermost 11.2.1 delivered them, with a webhook for the first word and one for its beginning. */
  it.each([
    ['todo buy milk', 'buy milk'],
    ['Todo buy milk', 'buy milk'],
    ['todo', ''],
    ['  todo spaced   out  ', 'spaced   out  '],
    ['todo\nnext line', 'next line'],
    ['todo\ttabbed', 'tabbed'],
    ['todo\u3000全角スペース', '全角スペース'],
    ['todo todo', 'todo'],
    ['todo: buy soap', 'buy soap'],
    ['todo:buy soap', 'buy soap'],
    ['todo, buy soap', 'buy soap'],
    ['todo：买牛奶', '买牛奶'],
    ['todo:', ''],
    ['todo :tada: party', ':tada: party'],
    ['@todo buy bread', 'buy bread'],
    ['#do later', 'later'],
  ])('%j is %j', (text, typed) => {
    expect(cutTriggerWord(text, ['todo', '@todo', '#do'])).toBe(typed);
  });

  it.each([
    'todos are great',
    'todolist is nice',
    'todo-list',
    "todo's",
    'todo.txt is a program',
    'please delete 1-9',
    'buy todo',
    '#dolater',
    '',
  ])('%j is nothing: the word is not there', (text) => {
    expect(cutTriggerWord(text, ['todo', '#do'])).toBeUndefined();
  });
});

it.each([
  ['todo buy milk', true],
  ['  Todo\nbuy milk', true],
  ['todo', true],
  ['TODO buy milk', false],
  ['todo: buy milk', false],
  ['todos are great', false],
  ['', false],
])('a webhook of setup tells of %j: %s', (text, fires) => {
  expect(firesWebhook(text, ['todo'])).toBe(fires);
});
