import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VERBS } from '../../contract/vocabulary.ts';
import { lineInWords } from '../texts/in-words.ts';
import { textsIn } from '../texts/texts-in.ts';
import { isRefusal } from './command.ts';
import { parseLine } from './parse-line.ts';
import { laterWords } from './later-words.ts';
import { synonymsFor } from './synonyms.ts';
import { isBlank } from './what-follows.ts';

/** What a line means before its dates are read, which dates/ has tables for. */
function understood(line: string): object {
  const parsed = parseLine(line);
  if (isRefusal(parsed)) return { error: lineInWords(textsIn(), parsed.refused) };
  const text = 'when' in parsed ? parsed.when : 'text' in parsed ? parsed.text : '';
  const topic = parsed.verb === 'help' ? (parsed.topic ?? '') : text;
  return { verb: parsed.verb, numbers: [], ...('which' in parsed ? parsed.which : {}), text: topic };
}
const add = (text: string) => ({ verb: 'add', numbers: [], text });
const done = (...numbers: number[]) => ({ verb: 'done', numbers, text: '' });
const byWord = (verb: string, word: string, text = '') => ({ verb, numbers: [], word, text });

describe('a line', () => {
  it.each([
    ['no text is list', '', { verb: 'list', numbers: [], text: '' }],
    ['blanks are no text', ' \t\n\u3000 ', { verb: 'list', numbers: [], text: '' }],
    ['invisible characters are no text', '\ufeff\u200b\u2060', { verb: 'list', numbers: [], text: '' }],
    ['an unknown first word starts a to-do', 'Buy milk', add('Buy milk')],
    ['a to-do may start with a number', '3 eggs', add('3 eggs')],
    ['add done is a text', 'add done', add('done')],
    ['add add is a text', 'add add it', add('add it')],
    ['capitals do not matter in a verb', 'ADD Buy Milk', add('Buy Milk')],
    ['full-width letters make a verb', 'ｄｏｎｅ　２', done(2)],
    ['a dotted capital I makes no verb', 'LİST', add('LİST')],
    ['names of object properties are words', 'constructor __proto__', add('constructor __proto__')],
    ['quotes are part of the text', 'add "Buy milk"', add('"Buy milk"')],
    ['line breaks stay in a text', 'add one\n  two\r\nthree', add('one\n  two\r\nthree')],
    ['a line break ends a verb', 'add\none\ntwo', add('one\ntwo')],
    ['emoji are text', '🥛👨‍👩‍👧 milk', add('🥛👨‍👩‍👧 milk')],
    ['a mark before a verb is no part of it', '\ufeff\u200bdone 2', done(2)],
    ['a mark before a text stays in it', 'add \u200bx', add('\u200bx')],
    ['a colon makes another word', 'done: buy milk', add('done: buy milk')],
    ['list takes words to look for', 'list milk', { verb: 'list', numbers: [], text: 'milk' }],
    ['done all ticks all', 'done all', { verb: 'done', numbers: [], all: true, text: '' }],
    ['pop ticks the first', 'pop', { verb: 'done', numbers: [], first: true, text: '' }],
    ['all in full width', 'done ＡＬＬ', { verb: 'done', numbers: [], all: true, text: '' }],
    ['more than all is a word', 'done all hands', byWord('done', 'all hands')],
    ['open alone is the sidebar', 'Open', { verb: 'open', numbers: [], text: '' }],
    ['undo', 'undo', { verb: 'undo', numbers: [], text: '' }],
    ['post alone', 'Post', { verb: 'post', numbers: [], text: '' }],
    ['post with its word', 'post pinned', { verb: 'post', numbers: [], text: '' }],
    ['post before a text is a text', 'post the letter', add('post the letter')],
    ['unpost alone', 'unpost', { verb: 'unpost', numbers: [], text: '' }],
    ['unpost before a text is a text', 'unpost it', add('unpost it')],
    ['help on a verb', 'help Done', { verb: 'help', numbers: [], text: 'done' }],
    ['help on here, which each help names', 'help here', { verb: 'help', numbers: [], text: '' }],
    [
      'explain does not nest',
      'explain explain done 2',
      { verb: 'explain', numbers: [], text: 'explain done 2' },
    ],
  ])('%s', (_title, line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['complete 2 4-6', done(2, 4, 5, 6)],
    ['finish #2', done(2)],
    ['check 1 2', done(1, 2)],
    ['do 3', done(3)],
    ['complete all', { verb: 'done', numbers: [], all: true, text: '' }],
    ['uncheck 2', { verb: 'reopen', numbers: [2], text: '' }],
    ['open 2', { verb: 'reopen', numbers: [2], text: '' }],
    ['rm 2', { verb: 'delete', numbers: [2], text: '' }],
    ['rm milk', byWord('delete', 'milk')],
    ['DEL 2', { verb: 'delete', numbers: [2], text: '' }],
    ['remove 2-3', { verb: 'delete', numbers: [2, 3], text: '' }],
    ['ls', { verb: 'list', numbers: [], text: '' }],
    ['ls milk', { verb: 'list', numbers: [], text: 'milk' }],
    ['show', { verb: 'list', numbers: [], text: '' }],
    ['revert', { verb: 'undo', numbers: [], text: '' }],
    ['?', { verb: 'help', numbers: [], text: '' }],
    ['--help', { verb: 'help', numbers: [], text: '' }],
    ['notes 3 x', { verb: 'note', numbers: [3], text: 'x' }],
    ['help rm', { verb: 'help', numbers: [], text: 'delete' }],
  ])('may say it in the words of other tools: %s', (line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    'open the window',
    'complete the report',
    'complete 2 chapters',
    'finish dinner',
    'check the oven',
    'close 2 accounts',
    'do the laundry',
    'remove the old server',
    'clear the table',
    'show Bob the garden',
    'show 2 slides',
    'note to self: call Bob',
    'notes of the meeting',
    'send the report to Bob',
    'send invoices',
    'assign desks to people',
    'remind Anna about lunch',
    'Settings page is broken',
    'pop the balloon',
    'due diligence report',
    'today call Bob',
    'week 32: plan the trip',
    'here is the list of guests',
    'accept the offer',
    'bump the version to 2.0',
    'archive the old channel',
    'sent the letter?',
    'assign @',
    'due to rain',
    'snooze button is broken',
    'skip the meeting',
    'skip 2 meetings',
    'postpone the trip',
    'reschedule with Bob',
    'reminder: water',
    'tomorrow buy milk',
    'agenda for Monday',
    'overdue library books',
  ])('is a text where no command follows: %s', (line) => {
    expect(understood(line)).toEqual(add(line));
  });

  it.each([
    ['remind @bob to buy milk', /nothing was set/],
    ['remind ~town-square', /nothing was set/],
    ['redo', /nothing was changed.*`add redo`/],
    ['delete all', /`delete 1-9`/],
    ['rm', /Say which to-do, for instance `delete 2`/],
    ['accept', /^Say which request, for instance `accept 2` or `accept all`\. `requests` shows them\.$/],
    [
      'decline',
      /^Say which request, for instance `decline 2` or `decline 2 no time this week`\. `requests` shows them\.$/,
    ],
  ])('is no success where the command does not exist: %s', (line, says) => {
    expect(understood(line)).toEqual({ error: expect.stringMatching(says) });
  });

  it.each([
    ['due 3 friday', { verb: 'due', numbers: [3], text: 'friday' }],
    ['due 3-5 tomorrow 5pm', { verb: 'due', numbers: [3, 4, 5], text: 'tomorrow 5pm' }],
    ['due 3 5 tomorrow', { verb: 'due', numbers: [3, 5], text: 'tomorrow' }],
    ['due 3, 5 none', { verb: 'due', numbers: [3, 5], text: 'none' }],
    ['due #3 2026-12-04', { verb: 'due', numbers: [3], text: '2026-12-04' }],
    ['due 3 5 March', { verb: 'due', numbers: [3], text: '5 March' }],
    ['due 3 14', { verb: 'due', numbers: [3], text: '14' }],
    ['due 3 12-24', { verb: 'due', numbers: [3], text: '12-24' }],
    ['due 3 4 5 pm', { verb: 'due', numbers: [3, 4], text: '5 pm' }],
    ['due 3 every monday', { verb: 'due', numbers: [3], text: 'every monday' }],
    ['due ３　下周五', { verb: 'due', numbers: [3], text: '下周五' }],
    ['due 3 5 月', { verb: 'due', numbers: [3], text: '5 月' }],
    ['snooze 3 2 hours', { verb: 'snooze', numbers: [3], text: '2 hours' }],
    ['postpone 3 tomorrow', { verb: 'snooze', numbers: [3], text: 'tomorrow' }],
    ['reschedule 3 friday', { verb: 'due', numbers: [3], text: 'friday' }],
    ['remind 3 in 2 hours', { verb: 'remind', numbers: [3], text: 'in 2 hours' }],
    ['remind 3 30 minutes before', { verb: 'remind', numbers: [3], text: '30 minutes before' }],
    ['remind 3 none', { verb: 'remind', numbers: [3], text: 'none' }],
    ['remind me to buy milk tomorrow', { verb: 'add', numbers: [], text: 'buy milk tomorrow' }],
    ['remind me, that it rains', { verb: 'add', numbers: [], text: 'it rains' }],
    ['skip 3', { verb: 'skip', numbers: [3], text: '' }],
    ['Today', { verb: 'today', numbers: [], text: '' }],
    ['upcoming', { verb: 'agenda', numbers: [], text: '' }],
  ])('says when: %s', (line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['due', /`due 3 tomorrow 17:00` or `due 3 none`/],
    ['due 3', /`due 3 tomorrow 17:00`/],
    ['snooze 3-5', /`snooze 3 tomorrow 17:00`/],
    ['remind', /`remind 3 none`/],
    ['remind me', /`remind 3 tomorrow 17:00`/],
    ['remind @bob to buy milk', /nothing was set.*`send @bob buy milk`.*`add remind @bob to buy milk`/],
    ['remind @bob', /`send @bob Review the plan`/],
    ['skip', /for instance `skip 2`/],
    ['skip all', /`skip 1-9`/],
    ['due 0 friday', /start at 1; got `0`/],
  ])('says what is missing: %s', (line, hint) => {
    expect(understood(line)).toEqual({ error: expect.stringMatching(hint) });
  });

  it.each([
    ['send @bob buy milk', { verb: 'send', to: ['bob'], text: 'buy milk' }],
    ['send @Bob, @carol and @bob: buy milk', { verb: 'send', to: ['bob', 'carol'], text: 'buy milk' }],
    ['send ＠bob　買い物', { verb: 'send', to: ['bob'], text: '買い物' }],
    ['assign @bob buy milk', { verb: 'send', to: ['bob'], text: 'buy milk' }],
    ['send @bob 3', { verb: 'assign', to: { username: 'bob' }, which: { numbers: [3] } }],
    ['send 3 @bob', { verb: 'assign', to: { username: 'bob' }, which: { numbers: [3] } }],
    ['Assign 3-5 to @bob', { verb: 'assign', to: { username: 'bob' }, which: { numbers: [3, 4, 5] } }],
    ['assign 3 5 me', { verb: 'assign', to: 'me', which: { numbers: [3, 5] } }],
    ['assign ３　无', { verb: 'assign', to: 'nobody', which: { numbers: [3] } }],
    ['reassign 3 @bob', { verb: 'assign', to: { username: 'bob' }, which: { numbers: [3] } }],
    ['take 3', { verb: 'take', which: { numbers: [3] } }],
    ['認領 3', { verb: 'take', which: { numbers: [3] } }],
    ['accept 3, 5', { verb: 'accept', which: { numbers: [3, 5] } }],
    ['accept all', { verb: 'accept', which: { all: true } }],
    ['接受3', { verb: 'accept', which: { numbers: [3] } }],
    ['decline 3 5', { verb: 'decline', which: { numbers: [3, 5] }, text: '' }],
    ['decline 3 5 is too many', { verb: 'decline', which: { numbers: [3] }, text: '5 is too many' }],
    ['断る 3 時間がない', { verb: 'decline', which: { numbers: [3] }, text: '時間がない' }],
    ['takeback the plan', { verb: 'takeback', text: 'the plan' }],
    ['bump plan', { verb: 'bump', text: 'plan' }],
    ['bump @bob the plan', { verb: 'bump', text: '@bob the plan' }],
    ['inbox', { verb: 'requests' }],
    ['list in', { verb: 'requests' }],
    ['请求', { verb: 'requests' }],
    ['list out', { verb: 'sent' }],
    ['list my', { verb: 'list', text: '' }],
    ['list all', { verb: 'list', text: '' }],
    ['list today', { verb: 'today' }],
    ['list overdue', { verb: 'overdue' }],
    ['list today milk', { verb: 'list', text: 'today milk' }],
    ['mine', { verb: 'mine' }],
    ['pop', { verb: 'done', which: { first: true } }],
  ])('is about people: %s', (line, command) => {
    expect(parseLine(line)).toMatchObject(command);
  });

  it.each([
    'send the report to @bob',
    'assign the seats',
    'take out the trash',
    'take back the books',
    'accept the offer',
    'decline politely',
    'requests for comments',
    'sent mail to check',
    'mine bitcoins',
    'pop the balloon',
  ])('is a text where nobody is named: %s', (line) => {
    expect(understood(line)).toEqual(add(line));
  });

  it.each([
    ['send', /`send @bob Review the plan`/],
    ['send @bob', /what @bob should do.*`send @bob Review the plan`/],
    ['send @bob @carol', /what @bob and @carol should do/],
    ['send @ボブ 買い物', /Say who/],
    ['assign 3', /`assign 3 @bob`/],
    ['assign 3 bob', /`assign 3 @bob`/],
    ['assign 3 @bob @carol', /One to-do goes to one person; got @bob and @carol/],
    ['assign', /Say who/],
    [`send ${Array.from({ length: 21 }, (_each, at) => `@p${at}`).join(' ')} x`, /At most 20 people.*got 21/],
    ['accept', /`accept 2`/],
    ['decline', /`decline 2`/],
    ['take', /`take 2`/],
    ['bump', /`bump plan` or `bump @bob`/],
    ['takeback ', /`takeback plan`/],
    ['accept 0', /start at 1/],
    [`bump ${'x'.repeat(201)}`, /At most 200 characters/],
  ])('says what is missing of people: %s', (line, hint) => {
    expect(understood(line)).toEqual({ error: expect.stringMatching(hint) });
  });

  it.each([
    ['settings', ''],
    ['settings digest 8:30 weekdays', 'digest 8:30 weekdays'],
    ['settings zone Europe/Berlin', 'zone Europe/Berlin'],
    ['settings summary off', 'summary off'],
    ['settings notifications off', 'notifications off'],
    ['settings colour', 'colour'],
    ['settings allow_incoming_task_requests', 'allow_incoming_task_requests'],
  ])('is about settings: %s', (line, text) => {
    expect(understood(line)).toEqual({ verb: 'settings', numbers: [], text });
  });

  it('has no word that is a verb and a word of other tools as well', () => {
    const others = [...VERBS.flatMap(synonymsFor), ...laterWords()];
    expect(new Set([...VERBS, ...others]).size).toBe(VERBS.length + others.length);
  });

  it.each([
    ['one', 'done 2', done(2)],
    ['several and a range', 'done 2 4-6', done(2, 4, 5, 6)],
    ['a range from its end', 'done 6-4', done(4, 5, 6)],
    ['each once', 'done 2 2 1-3', done(2, 1, 3)],
    ['number signs and commas', 'done #2, #4-#5,7', done(2, 4, 5, 7)],
    ['spaces around a dash', 'done 4 - 6', done(4, 5, 6)],
    ['leading zeros', 'done 007', done(7)],
    ['full-width digits, space and dash', 'done　２　４－６', done(2, 4, 5, 6)],
    ['the wave dash of Japanese', 'done ４〜６', done(4, 5, 6)],
    ['the full-width tilde of Chinese', 'done ４～６、８', done(4, 5, 6, 8)],
    ['the long vowel mark, on the dash key', 'done 4ー6', done(4, 5, 6)],
    ['an en dash', 'done 4–6', done(4, 5, 6)],
    ['a full-width number sign', 'done ＃１２，＃１３', done(12, 13)],
    ['zero-width characters among them', 'done 2\u200b 3\ufeff', done(2, 3)],
  ])('names to-dos by numbers: %s', (_title, line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['done milk', byWord('done', 'milk')],
    ['done buying milk', byWord('done', 'buying milk')],
    ['done 2 milk', byWord('done', '2 milk')],
    ['reopen 牛乳', byWord('reopen', '牛乳')],
    ['edit milk Buy oat milk', byWord('edit', 'milk', 'Buy oat milk')],
    ['delete -rf', byWord('delete', '-rf')],
  ])('takes words for a part of a text: %s', (line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['edit 3 new text', { verb: 'edit', numbers: [3], text: 'new text' }],
    ['edit ３　4 apples', { verb: 'edit', numbers: [3], text: '4 apples' }],
    ['edit 3 one\ntwo', { verb: 'edit', numbers: [3], text: 'one\ntwo' }],
  ])('edits one: %s', (line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['show 3', { verb: 'show', numbers: [3], text: '' }],
    ['SHOW #３', { verb: 'show', numbers: [3], text: '' }],
    ['note 3 Ask at the counter', { verb: 'note', numbers: [3], text: 'Ask at the counter' }],
    ['note 3 4 eggs\n- brown', { verb: 'note', numbers: [3], text: '4 eggs\n- brown' }],
    ['note 3 none', { verb: 'note', numbers: [3], text: '' }],
    ['note 3 none of it', { verb: 'note', numbers: [3], text: 'none of it' }],
    ['備考 3 なし', { verb: 'note', numbers: [3], text: '' }],
    ['备注3 到前台询问', { verb: 'note', numbers: [3], text: '到前台询问' }],
    ['備註 3 到前台', { verb: 'note', numbers: [3], text: '到前台' }],
    ['显示 3', { verb: 'show', numbers: [3], text: '' }],
    ['詳細3', { verb: 'show', numbers: [3], text: '' }],
    ['查看', { verb: 'list', numbers: [], text: '' }],
  ])('shows one, or notes something of it: %s', (line, meaning) => {
    expect(understood(line)).toEqual(meaning);
  });

  it.each([
    ['add', /add Buy milk/],
    ['add \u200b', /add Buy milk/],
    ['done', /done 2/],
    ['delete  ', /delete 2/],
    ['edit', /edit 3 Buy oat milk/],
    ['edit 3', /edit 3 Buy oat milk/],
    ['edit 3-5 text', /one to-do at a time; got 3/],
    ['note 3', /`note 3 Ask at the counter` or `note 3 none`/],
    ['note', /`note 3 none`/],
    ['note 3-5 text', /`note` takes one to-do at a time; got 3/],
    ['show 3 4', /`show` takes one to-do at a time; got 2/],
    ['show 0', /start at 1/],
    ['done 0', /start at 1; got `0`/],
    ['done 2-', /`2-` is no number or range/],
    ['done 1-2-3', /`1-2-3` is no number or range/],
    ['done 99999999999', /`99999999999` is no number or range/],
    ['done 1-1000000000', /no number or range/],
    ['done 1-999999999', /At most 500/],
    ['done 1-300 400-700', /At most 500/],
    ['undo the braid', /`add undo the braid`/],
    ['help me move', /`add help me move`/],
    [`done ${'x'.repeat(201)}`, /at most 200 characters of its text.* got 201/],
    [`list ${'x'.repeat(201)}`, /At most 200 characters/],
  ])('says what to write instead: %s', (line, hint) => {
    expect(understood(line)).toEqual({ error: expect.stringMatching(hint) });
  });
});

describe('any line', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'done edit list 0129-,#～　\u200b\n`'.split('')) }),
    fc
      .tuple(fc.constantFrom('done ', 'edit ', 'explain ', 'help '), fc.string())
      .map((parts) => parts.join('')),
  );

  it('is understood or refused with a reason, never thrown at', () => {
    fc.assert(
      fc.property(anything, (line) => {
        const parsed = parseLine(line);
        expect('refused' in parsed ? parsed.refused.kind.length : parsed.verb.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('after add is kept to the letter, but for blanks at its ends', () => {
    fc.assert(
      fc.property(anything, (text) => {
        fc.pre(!isBlank(text));
        expect(understood(`add ${text}`)).toEqual(add(text.trim()));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of ranges means the set of their numbers', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), (ranges) => {
        const expected = new Set<number>();
        for (const [a, b] of ranges) {
          for (let number = Math.min(a, b); number <= Math.max(a, b); number += 1) expected.add(number);
        }
        const line = `done ${ranges.map(([a, b]) => `${a}-${b}`).join(' ')}`;
        expect(understood(line)).toEqual(done(...expected));
      }),
    );
  });

  it.each([
    ['blanks', ' '.repeat(100_000)],
    ['zero-width characters before a letter', `${'\u200b'.repeat(100_000)}x`],
    ['digits', `done ${'1'.repeat(100_000)}`],
    ['numbers', `done ${'1 '.repeat(50_000)}`],
    ['dashes', `done ${' - '.repeat(30_000)}x`],
    ['words', `done ${'milk \u200b'.repeat(20_000)}`],
  ])('of 100 kB is read in one pass: %s', (_title, line) => {
    expect(parseLine(line)).toBeDefined();
  });
});
