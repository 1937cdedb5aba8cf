import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { escapeMentions } from './escape-mentions.ts';
import { mentionsIn } from './mentions-in.fixture.ts';

const J = '\u2060';

describe('harmless text', () => {
  it.each([
    ['@all', `@${J}all`],
    ['hi @channel, @here: @bob.smith-2_x!', `hi @${J}channel, @${J}here: @${J}bob.smith-2_x!`],
    ['**@all**_@all_(@all)', `**@${J}all**_@${J}all_(@${J}all)`],
    ['x.@all x-@all x:@all', `x.@${J}all x-@${J}all x:@${J}all`],
    ['＠all ﹫all', `＠${J}all ﹫${J}all`],
    ['&commat;all &#64;all &#x40;all', `&commat;${J}all &#64;${J}all &#x40;${J}all`],
    ['<!channel> <!here> <@U12>', `<!${J}channel> <!${J}here> <@${J}U12>`],
    ['\\@all', `\\@${J}all`],
    ['[@all](https://a.example)', `[@${J}all](https://a.example)`],
  ])('mentions nobody: %j', (text, expected) => {
    expect(escapeMentions(text)).toBe(expected);
    expect(mentionsIn(escapeMentions(text))).toEqual([]);
  });

  it.each([
    ['mail addresses', 'write to bob@example.com'],
    ['code', 'run `npm i @types/node` now'],
    ['code with backticks in it', 'a ``@all ` @all`` b'],
    ['a code block', 'see\n```js\nimport x from "@scope/x";\n```\ndone'],
    ['a block of tildes', '~~~\n@all\n~~~'],
    ['a block that is not closed', '```\n@all'],
    ['plain words', 'Buy milk & bread, 3 < 4!'],
  ])('leaves %s as it was', (_what, text) => {
    expect(escapeMentions(text)).toBe(text);
  });

  it.each([
    ['an escaped backtick', '\\`@all`'],
    ['a span over two lines', 'a `b\nc` @all `'],
    ['a backtick in a link', '[x](`) @all `'],
    ['a fence in a list', '- ```\n  x\n  ```\n@all'],
    ['a fence in a quote', '> ```\n@all'],
    ['a fence that another kind does not close', '```\nx\n~~~\n```\n@all'],
    ['lone carriage returns', '```\rx\r```\r@all'],
  ])('does not take for code what Mattermost may not: %s', (_what, text) => {
    expect(mentionsIn(text)).not.toEqual([]);
    expect(mentionsIn(escapeMentions(text))).toEqual([]);
  });

  it.each([
    [
      'a backtick in an address, where Mattermost ends no code',
      'https://a.b/` @all `',
      `https://a.b/\` @${J}all \``,
    ],
    ['a backtick in an address without scheme', 'www.a.b/` @all `', `www.a.b/\` @${J}all \``],
    ['form feeds, which Mattermost takes in two ways', '\f````\f@here````', ' ```` @here````'],
  ])('sees to %s', (_what, text, expected) => {
    expect(escapeMentions(text)).toBe(expected);
  });

  it('is read in one pass, however many pieces of code it has', () => {
    const text = '`a'.repeat(200_000);
    const escaped: unknown = runInContext('escape(text)', createContext({ text, escape: escapeMentions }), {
      timeout: 10_000,
    });
    expect(escaped).toBe(text);
  }, 60_000);

  it('mentions nobody, whatever people write, and says the same when repeated', () => {
    const pieces = fc.constantFrom(...HOSTILE);
    const texts = fc.array(fc.oneof({ weight: 9, arbitrary: pieces }, fc.string()), { maxLength: 24 });
    fc.assert(
      fc.property(texts, (parts) => {
        const safe = escapeMentions(parts.join(''));
        expect(mentionsIn(safe)).toEqual([]);
        expect(escapeMentions(safe)).toBe(safe);
        expect(safe.replaceAll(J, '')).toBe(plain(parts.join('')));
      }),
      { numRuns: 3_000 },
    );
  });
});

const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replaceAll(J, '');

const HOSTILE = [
  ...['@all', '@here', '@channel', '@bob.smith', '@a-b_c', '＠all', '@', 'all', 'a', 'é', '词', '9'],
  ...['`', '``', '```', '````', '~~~', '~~~~', '\n```\n', '```js\n', '\n- ```\n', '\n  ```\n', '\n> ```\n'],
  ...['\n', '\n\n', '\r', '\r\n', ' ', '    ', '\t', '\v', '\f', '\u00a0', '\u200b', '\u2028', J],
  ...['- ', '* ', '1. ', '> ', '# ', '|', '---', '**', '_', '.', '-', ':', ';', '"', '\\', '~'],
  ...['[', ']', '(', ')', '](', '![', '<', '>', '!', '[x]: /u', '<!'],
  ...['&commat;', '&#64;', '&#x40;', '&amp;', 'http://a.b/', 'https://x', 'www.a.b', 'mailto:', ':smile:'],
];
