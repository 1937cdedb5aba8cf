import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeColleagues } from '../../callers/colleagues.ts';
import { makeManageSettings } from '../../person-settings/manage-settings.ts';
import type { UserId } from '../../shared/ids.ts';
import { HOUR_MS, SECOND_MS } from '../../shared/time.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { channelId, makePeople, userId, type People } from '../../testing/people.ts';
import { channelList, personList, type ListId } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { makeDeliveries } from '../make-deliveries.ts';
import type { RunRequest, TodoProgram } from '../ports.ts';
import { makeBuiltInProgram } from './make-built-in-program.ts';

/** A Friday at eight in the morning. */
const START = Date.parse('2027-01-15T08:00:00Z');
let now: number;
let people: People;
let store: TestStore;
let program: TodoProgram;

beforeEach(async () => {
  now = START;
  people = makePeople();
  for (const name of ['ann', 'bob', 'carol']) people.add(name, { channels: ['town'], timeZone: 'UTC' });
  store = await openTestStore(() => now);
  const clock = () => now;
  const acts = makeActs({ store, now: clock, newId: makeNewId(clock) });
  const clockOf = async (id: UserId) => ({ zone: people.byId(id)?.timeZone ?? 'UTC', locale: 'en' });
  const noSettings = { settingsOf: async () => new Map() };
  const { accountOf, recipients } = people;
  program = makeBuiltInProgram({
    ...{ acts, clockOf, recipients, now: clock, deliveries: makeDeliveries(store, clock) },
    settings: makeManageSettings({ store, people: noSettings, accountOf, clockOf, now: clock }),
    colleagues: makeColleagues({
      ...{ accountOf, recipients, people: people.directory, settings: noSettings, now: clock },
    }),
  });
});
afterEach(() => store.remove());

const TOWN = channelList(channelId('town'));
const run = (
  name: string,
  line: string,
  listId: ListId = personList(userId(name)),
  more: Partial<RunRequest> = {},
) => program.run({ input: { line }, actorId: userId(name), listId, ...more });
const say = async (name: string, line: string, listId?: ListId) => (await run(name, line, listId)).text;

describe('a request', () => {
  it('is sent, seen by both, accepted and done, with nothing copied', async () => {
    expect(await say('ann', 'send @Bob Review the plan tomorrow')).toMatch(
      /^Sent to @bob: Review the plan · tomorrow\n/,
    );
    expect(await say('bob', 'list')).toMatch(/^Nothing to do/);
    expect(await say('bob', 'requests')).toMatch(
      /^\*\*1 request waits for you\*\*\n\*\*1\*\* Review the plan · from @ann · tomorrow\n`accept 1` takes one/,
    );
    expect(await say('ann', 'sent')).toBe('**Sent: 1**\n**·** Review the plan · @bob: waiting · tomorrow');
    expect(await say('bob', 'accept 1')).toBe('Accepted: **1** Review the plan · tomorrow');
    expect(await say('bob', 'list')).toBe('**1 open**\n**1** Review the plan · tomorrow');
    expect(await say('ann', 'sent')).toMatch(/@bob: accepted/);
    expect(await say('bob', 'done 1')).toBe('Done: **1** Review the plan');
    expect(await say('ann', 'sent')).toMatch(/@bob: done/);
    expect(await say('bob', 'inbox')).toBe('Nobody waits for an answer of yours.');
    expect(await say('ann', 'list')).toMatch(/^Nothing to do/);
  });

  it('is answered by its number alone, which is said where its words were given', async () => {
    await say('ann', 'send @bob Review the plan');
    await say('ann', 'send @bob Call the bank');
    expect(await say('bob', 'accept review the plan')).toMatch(
      /^Added: \*\*3\*\* accept review the plan\nNo request was answered.*`accept 1`/,
    );
    expect(await say('bob', 'decline call the bank')).toMatch(/No request was answered.*`decline 2`/);
    expect((await run('bob', 'accept plan', undefined, { locale: 'zh-CN' })).text).toMatch(
      /没有答复任何请求.*`accept 1`/,
    );
    for (const line of ['accept the offer', 'accept the', 'review the plan'])
      expect(await say('bob', line)).not.toContain('No request');
    expect(await say('bob', 'requests')).toContain('2 requests');
  });

  it('is declined with a reason, and taken back into the list of whoever asked', async () => {
    await say('ann', 'send @bob Review the plan');
    expect(await say('bob', 'decline 1 no time this week')).toBe(
      'Declined: **1** Review the plan · from @ann · no time this week',
    );
    expect(await say('ann', 'list out')).toBe(
      '**Sent: 1**\n**·** Review the plan · @bob: declined (no time this week)',
    );
    expect(await say('ann', 'takeback plan')).toBe('Back in your list: **1** Review the plan');
    expect(await say('ann', 'list')).toBe('**1 open**\n**1** Review the plan');
    expect(await say('ann', 'sent')).toMatch(/^You asked nobody/);
  });

  it('goes to several people at once, one for each, and is told in one line', async () => {
    expect(await say('ann', 'send @bob, @carol and @bob: Bring cake')).toBe(
      'Sent to @bob and @carol: Bring cake',
    );
    for (const name of ['bob', 'carol']) expect(await say(name, 'list in')).toMatch(/Bring cake · from @ann/);
    expect(await say('ann', 'sent')).toMatch(/^\*\*Sent: 2\*\*/);
    expect(await say('ann', 'undo')).toBe('Sending to @bob and @carol undone: Bring cake');
    expect(await say('bob', 'requests')).toBe('Nobody waits for an answer of yours.');
  });

  it('that was answered is named where sending it cannot be undone any more', async () => {
    await say('ann', 'send @bob @carol Bring cake');
    await say('bob', 'decline 1');
    expect(await say('ann', 'undo')).toBe(
      '`Bring cake` was changed since, so this cannot be undone. Nothing was changed.',
    );
    await say('ann', 'Buy milk');
    await say('ann', 'assign 1 @bob');
    await say('bob', 'done 2');
    expect(await say('ann', 'undo')).toMatch(/^`Buy milk` was changed since/);
    // Whoever sends on what somebody else made is told nothing of what became of it.
    await say('carol', 'assign 1 @bob');
    await say('bob', 'accept 3');
    expect(await say('carol', 'undo')).toMatch(/^The to-do was changed since/);
  });

  it('to oneself is a to-do like others', async () => {
    expect(await say('ann', 'send @ann @bob Bring cake')).toBe(
      'Sent to @bob: Bring cake\nAdded: **1** Bring cake',
    );
    expect(await say('ann', 'list')).toBe('**1 open**\n**1** Bring cake');
    expect(await say('ann', 'undo')).toBe(
      'Sending to @bob undone: Bring cake\nAdding undone: **1** Bring cake (is deleted)',
    );
  });

  it('is made of a to-do that is there, whose old number then says where it went', async () => {
    await say('ann', 'Review the plan');
    expect(await say('ann', 'assign 1 @bob')).toBe('Sent to @bob: Review the plan');
    expect(await say('ann', 'done 1')).toBe(
      'To-do 1 was sent to @bob, and is not in this list any more. Nothing was changed.',
    );
    expect(await say('carol', 'done 1')).toMatch(/no to-do 1/i);
    expect(await say('ann', 'undo')).toMatch(/ undone: \*\*1\*\* Review the plan/);
    expect(await say('ann', 'list')).toBe('**1 open**\n**1** Review the plan');
  });

  it('is asked for again once a day, by a word of it or by whom it was sent to', async () => {
    await say('ann', 'send @bob Review the plan');
    await say('ann', 'send @carol Review the plan of Bob');
    expect(await say('ann', 'bump @bob')).toMatch(/less than a day ago/);
    now += 25 * HOUR_MS;
    expect(await say('ann', 'bump @bob plan')).toBe('Asked again: Review the plan');
    expect(await say('ann', 'bump plan')).toBe(
      'Several that you sent could be meant by `bump plan`. Write more words of one, or the name first:\n' +
        '**·** Review the plan · @bob\n**·** Review the plan of Bob · @carol',
    );
    expect(await say('ann', 'bump milk')).toMatch(
      /that waits for an answer contains `milk`.*`add bump milk`/,
    );
    expect(await say('bob', 'bump plan')).toMatch(/contains `plan`/);
    expect(await say('ann', 'undo')).toBe('Asking again undone: Review the plan (is waiting)');
    expect(await say('ann', 'bump @bob plan')).toMatch(/less than a day ago/);
  });

  it('is refused where somebody cannot be asked, and nothing is sent', async () => {
    people.add('far', { teams: ['far'] });
    people.add('robot', { isBot: true });
    expect(await say('ann', 'send @bbo x')).toMatch(/nobody named @bbo here\. Did you mean @bob\?/);
    expect(await say('ann', 'send @far x')).toMatch(/in no team with you/);
    expect(await say('ann', 'send @bob @robot x')).toMatch(/@robot is a bot/);
    expect(await say('bob', 'requests')).toBe('Nobody waits for an answer of yours.');
  });

  it('is refused when too many wait already, with the name', async () => {
    for (let count = 0; count < 20; count += 1) await say('ann', `send @bob a${count}`);
    expect(await say('ann', 'send @bob more')).toMatch(/^At most 20 of your requests to @bob may wait/);
  });

  it('is accepted and declined by numbers only, all at once too', async () => {
    await say('ann', 'send @bob a');
    now += 1_000;
    await say('carol', 'send @bob b');
    expect(await say('bob', 'accept the offer')).toBe('Added: **3** accept the offer');
    expect(await say('bob', 'accept all')).toBe('Accepted:\n**1** a\n**2** b');
    expect(await say('bob', 'accept all')).toBe('Nothing waits for your answer.');
    expect(await say('bob', 'accept 9')).toMatch(/no to-do 9/i);
  });

  it('is due at the same moment for both, each on their own clock', async () => {
    people.add('kim', { channels: ['town'], timeZone: 'Asia/Tokyo' });
    await say('ann', 'send @kim Call me today 15:00');
    expect(await say('kim', 'requests')).toMatch(/Call me · from @ann · tomorrow 00:00/);
    expect(await say('ann', 'sent')).toMatch(/Call me · @kim: waiting · today 15:00/);
  });
});

describe('a text that begins with send and a name without its sign', () => {
  it('stays a to-do, and the answer says that nobody has got it and how they would', async () => {
    expect(await say('ann', 'send bob Fix the door')).toMatch(
      /^Added: \*\*1\*\* send bob Fix the door\nIt was not sent to anybody.*`send @bob`/,
    );
  });

  it('is nothing else to a guest who may not know of that person', async () => {
    people.add('gina', { isGuest: true, timeZone: 'UTC' });
    expect(await say('gina', 'send bob Fix the door')).toBe('Added: **1** send bob Fix the door');
    people.add('gina', { isGuest: true, timeZone: 'UTC', channels: ['town'] });
    now += 5 * SECOND_MS;
    expect(await say('gina', 'send bob Fix the roof')).toMatch(/It was not sent to anybody/);
  });

  it.each(['send ann a card', 'send flowers to Bob', 'sending bob home'])(
    'is nothing else where that is nobody, or oneself: %s',
    async (line) => {
      expect(await say('ann', line)).toBe(`Added: **1** ${line}`);
    },
  );
});

describe('the list of a channel', () => {
  it.each([
    ['@bob Buy bread', 'Added: **1** Buy bread · @bob'],
    ['Buy bread @bob', 'Added: **1** Buy bread · @bob'],
    ['Buy bread @bob tomorrow', expect.stringMatching(/^Added: \*\*1\*\* Buy bread · @bob · tomorrow/)],
    ['tomorrow @bob Buy bread', expect.stringMatching(/^Added: \*\*1\*\* Buy bread · @bob · tomorrow/)],
    ['Lunch with @bob tomorrow', expect.stringMatching(/^Added: \*\*1\*\* Lunch with @bob · tomorrow/)],
    ['Buy bread tomorrow @bob', expect.stringMatching(/^Added: \*\*1\*\* Buy bread · @bob · tomorrow/)],
    ['Ask @bob for bread', 'Added: **1** Ask @bob for bread'],
    ['@nobodyx Buy bread', 'Added: **1** @nobodyx Buy bread'],
    ['send @bob Buy bread', 'Added: **1** Buy bread · @bob'],
  ])('takes a name at an end of a text for who does it: %s', async (line, answer) => {
    expect(await say('ann', line, TOWN)).toEqual(answer);
  });

  it('keeps the name of somebody who cannot read it as text', async () => {
    people.add('far', { channels: [] });
    expect(await say('ann', '@far Buy bread', TOWN)).toBe('Added: **1** @far Buy bread');
    expect(await say('ann', 'assign 1 @far', TOWN)).toMatch(/@far cannot read this list/);
  });

  it('has names in one’s own list for a part of the text', async () => {
    expect(await say('ann', '@bob Buy bread')).toBe('Added: **1** @bob Buy bread');
  });

  it('says who does what, and lets people take and hand over', async () => {
    await say('ann', 'Buy bread', TOWN);
    expect(await say('ann', 'assign 1 @bob', TOWN)).toBe('Assigned: **1** Buy bread · @bob');
    expect(await say('ann', 'list', TOWN)).toBe('**1 open**\n**1** Buy bread · @bob');
    expect(await say('carol', 'take 1', TOWN)).toBe('Assigned: **1** Buy bread · @carol');
    expect(await say('carol', 'take 1', TOWN)).toBe('Assigned so already: **1** Buy bread · @carol');
    expect(await say('carol', 'assign 1 none', TOWN)).toBe('Assigned: **1** Buy bread');
    expect(await say('bob', 'requests')).toBe('Nobody waits for an answer of yours.');
  });

  it.each(['requests', 'sent', 'mine', 'accept 1', 'decline 1', 'takeback x', 'bump x', 'settings'])(
    'shows nothing of what people have for themselves: %s',
    async (line) => {
      await say('bob', 'send @ann secret');
      await say('ann', 'send @carol secret too');
      const answer = await run('ann', line, TOWN);
      expect(answer).toMatchObject({
        ok: false,
        text: expect.stringMatching(/is about what concerns you alone/),
      });
      expect(answer.text).not.toContain('secret');
    },
  );

  it.each(['settings', 'settings block @carol', 'settings unblock @bob', 'settings colour'])(
    'neither shows nor changes the settings of people: %s',
    async (line) => {
      await say('ann', 'settings block @bob');
      const before = await say('ann', 'settings');
      expect(before).toContain('@bob');
      const { ok, text } = await run('ann', line, TOWN);
      expect({ ok, text }).toEqual({
        ok: false,
        text: '`settings` is about what concerns you alone, and this is a list of several people. Write it after `/todo`, without `here`, or to the bot.',
      });
      expect(await say('ann', 'settings')).toBe(before);
    },
  );

  it('is part of what one has to do, as long as one may read it', async () => {
    await say('ann', 'Buy bread @bob', TOWN);
    await say('bob', 'Call mum');
    expect(await say('bob', 'mine')).toBe(
      '**2 to do**\n**1** Call mum\n**1** Buy bread · [town](https://chat.example.com/team/channels/town)',
    );
    people.leave('bob', 'town');
    expect(await say('bob', 'mine')).toBe('**1 to do**\n**1** Call mum');
  });
});

it.each([
  [
    'explain send @bob Review tomorrow',
    '`send @bob Review tomorrow`: asks @bob to do `Review`, due tomorrow.\nNothing was done.',
  ],
  ['explain assign 1 @bob', /gives \*\*·\*\* a to @bob/],
  ['explain take 1', /Assigned so already/],
  ['explain requests', /shows what others ask of you/],
  ['explain accept 7', /no to-do 7/i],
  ['explain send @bbo x', /Did you mean @bob/],
])('%s does nothing', async (line, answer) => {
  await say('ann', 'a');
  expect(await say('ann', line)).toMatch(answer);
  expect(await say('bob', 'requests')).toBe('Nobody waits for an answer of yours.');
});

it('ticks what stands at the top, as `pop` does', async () => {
  expect(await say('ann', 'pop')).toMatch(/Nothing is open/);
  await say('ann', 'first');
  await say('ann', 'second');
  expect(await say('ann', 'pop')).toBe('Done: **1** first');
  expect(await say('ann', 'pop up the window')).toBe('Added: **3** pop up the window');
});

it('answers in Chinese and Japanese', async () => {
  const inLocale = async (name: string, line: string, locale: 'zh-CN' | 'ja') =>
    (await run(name, line, undefined, { locale })).text;
  expect(await inLocale('ann', 'send @bob 审核计划', 'zh-CN')).toBe('已发给 @bob：审核计划');
  expect(await inLocale('bob', '请求', 'zh-CN')).toMatch(
    /^\*\*1 个请求等待您答复\*\*\n\*\*1\*\* 审核计划 · 来自 @ann/,
  );
  expect(await inLocale('bob', '断る 1', 'ja')).toBe('辞退しました：**1** 审核计划 · @ann から');
  expect(await inLocale('ann', '送信済み', 'ja')).toBe('**送った依頼 1 件**\n**·** 审核计划 · @bob：辞退');
});
