import { expect, it } from '@jest/globals';
import { assigneeOf, cutName, cutNames, spanOfName } from './names.ts';

it.each<[string, string[], string]>([
  ['@bob Buy bread', ['bob'], 'Buy bread'],
  ['@bob, @Carol and @dan: Buy bread', ['bob', 'carol', 'dan'], 'Buy bread'],
  ['＠bob　買い物', ['bob'], '買い物'],
  ['@bob @bob', ['bob'], ''],
  ['@bob.x-y_z text', ['bob.x-y_z'], 'text'],
  ['@bob和@carol 报告', [], '@bob和@carol 报告'],
  ['@bob 和 @carol 报告', ['bob', 'carol'], '报告'],
  ['@bob and carol meet', ['bob'], 'and carol meet'],
  ['@bob. Buy bread', ['bob'], 'Buy bread'],
  ['Buy @bob bread', [], 'Buy @bob bread'],
  ['a@bob.com mail', [], 'a@bob.com mail'],
  ['@', [], '@'],
  ['', [], ''],
])('the names at the beginning of "%s" are %j', (text, names, rest) => {
  expect(cutNames(text)).toEqual({ names, rest });
});

it.each<[string, string | undefined, string]>([
  ['@bob Buy bread', 'bob', 'Buy bread'],
  ['Buy bread @bob', 'bob', 'Buy bread'],
  ['Buy bread @Bob.', 'bob', 'Buy bread'],
  ['@bob Buy bread @carol', 'bob', 'Buy bread @carol'],
  ['Ask @bob for bread', undefined, ''],
  ['Lunch with @bob', undefined, ''],
  ['Tickets for Ann and @bob.', undefined, ''],
  ['@bob Fill it up to', 'bob', 'Fill it up to'],
  ['write to a@bob', undefined, ''],
  ['@bob', undefined, ''],
  ['Buy bread', undefined, ''],
])('the name at an end of "%s" is %s', (text, username, rest) => {
  const found = cutName(text);
  expect(found && { username: found.username, rest: found.rest }).toEqual(
    username === undefined ? undefined : { username, rest },
  );
});

it.each([
  ['  ＠Bob, Buy bread ', 2],
  ['@bob Tell @bob', 0],
  ['Tell @bobby that @bob. ', 17],
])('the name at an end of "%s" stands at %i', (text, from) => {
  const found = cutName(text);
  expect(found && spanOfName(text, found)).toEqual({ from, to: from + 4 });
});

it.each<[string, unknown]>([
  ['@bob', { username: 'bob' }],
  ['＠Bob', { username: 'bob' }],
  ['me', 'me'],
  ['自分', 'me'],
  ['none', 'nobody'],
  ['无', 'nobody'],
  ['bob', undefined],
  ['@bob!', undefined],
  ['', undefined],
])('the word "%s" names %j', (word, expected) => {
  expect(assigneeOf(word)).toEqual(expected);
});

it('does not look long at a hostile text', () => {
  const hostile = `${'@a'.repeat(2_000)} ${'-'.repeat(4_000)} @`;
  expect(cutNames(hostile).names).toEqual([]);
  expect(cutName(hostile)).toBeUndefined();
});
