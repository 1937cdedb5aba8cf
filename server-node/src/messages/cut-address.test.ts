import { expect, it } from '@jest/globals';
import { cutAddress } from './cut-address.ts';

it.each([
  ['Buy milk', 'Buy milk'],
  ['todo Buy milk', 'Buy milk'],
  ['Todo: Buy milk', 'Buy milk'],
  ['  @helper, done 2', 'done 2'],
  ['@helper', ''],
  ['todo', ''],
  ['todolist', 'todolist'],
  ['todos are great', 'todos are great'],
  ['todo:buy milk', 'buy milk'],
  ['@helpers done 2', '@helpers done 2'],
  ['@todo Buy milk', '@todo Buy milk'],
  ['todo\nBuy milk\nBuy bread', 'Buy milk\nBuy bread'],
  ['', ''],
])('%j means %j to a bot called helper', (text, command) => {
  expect(cutAddress(text, ['todo'], 'helper')).toBe(command);
});

it('knows the bot by its usual name as long as Mattermost was not asked', () => {
  expect(cutAddress('@todo done 2', ['todo'], undefined)).toBe('done 2');
});
