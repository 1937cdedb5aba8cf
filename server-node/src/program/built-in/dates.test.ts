import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { oneZone } from '../../todos/when.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import type { RunRequest, TodoProgram } from '../ports.ts';
import { ANN, ANNS_LIST, TEAM_LIST } from '../testing/people.ts';
import { builtInOver } from '../testing/built-in-over.ts';
import { textsIn } from '../texts/texts-in.ts';
import { changeAnswer } from './change-answer.ts';

/** A Friday, nine in the morning in Berlin. */
const START = Date.parse('2027-01-15T08:00:00Z');
let now = START;
let zone = 'Europe/Berlin';
let isAway = false;
let store: TestStore;
let program: TodoProgram;

const clockOf = async () => {
  if (isAway) throw new AppError('mattermost_unavailable', 'Mattermost is away.');
  return { zone, locale: 'en' };
};

beforeEach(async () => {
  [now, zone, isAway] = [START, 'Europe/Berlin', false];
  store = await openTestStore(() => now);
  program = builtInOver(store, () => now, { clockOf });
});
afterEach(() => store.remove());

const run = (line: string, more: Partial<RunRequest> = {}) =>
  program.run({ input: { line }, actorId: ANN, listId: ANNS_LIST, ...more });
const say = async (line: string, more: Partial<RunRequest> = {}) => (await run(line, more)).text;
const READ = 'Not meant as a date? `undo` takes it back, and words in "quotes" stay text.';

describe('`undo`', () => {
  it.each([
    [['Buy milk'], 'Adding undone: **1** Buy milk (is deleted)'],
    [['Buy milk', 'done 1'], 'Completing undone: **1** Buy milk (is open)'],
    [['Buy milk', 'done 1', 'reopen 1'], 'Reopening undone: **1** Buy milk (is done)'],
    [['Buy milk', 'delete 1'], 'Deleting undone: **1** Buy milk (is open)'],
    [['Buy milk', 'edit 1 Buy oat milk'], 'Change undone: **1** Buy milk'],
    [['Buy milk', 'due 1 tomorrow'], 'Change of the date undone: **1** Buy milk · no date'],
    [['Buy milk tomorrow', 'due 1 none'], 'Change of the date undone: **1** Buy milk · tomorrow'],
    [['Buy milk tomorrow', 'snooze 1 sunday'], 'Snoozing undone: **1** Buy milk · tomorrow'],
    [
      ['Run every monday', 'skip 1'],
      expect.stringMatching(/^Skipping undone: \*\*1\*\* Run · .*every Monday$/),
    ],
    [
      ['Buy milk', 'remind 1 in 2 hours'],
      expect.stringMatching(/^Change of the reminders undone: \*\*1\*\* Buy milk · /),
    ],
    [['a', 'b', 'done 1-2'], 'Completing undone:\n**1** a (is open)\n**2** b (is open)'],
  ])('of %j says what is undone, and of which to-do', async (lines, said) => {
    for (const line of lines) await run(line);
    expect(await say('undo', { requestKey: 'once' })).toEqual(said);
    expect(await say('undo', { requestKey: 'once' })).toMatch(/ undone:/);
  });
});

describe('a date in the text', () => {
  it('is taken out of it, and told from the row', async () => {
    expect(await say('Buy milk tomorrow')).toBe(`Added: **1** Buy milk · tomorrow\n${READ}`);
    expect(await say('list')).toBe('**1 open**\n**1** Buy milk · tomorrow');
    expect(await say('undo')).toBe('Adding undone: **1** Buy milk (is deleted)');
  });

  it('is kept as words in quotes', async () => {
    expect(await say('Buy "tomorrow" magazine')).toBe('Added: **1** Buy "tomorrow" magazine');
  });

  it('is read when a text is changed, too, and one without a date leaves the date', async () => {
    await run('Buy milk');
    expect(await say('edit 1 Buy bread tomorrow')).toBe(`Changed: **1** Buy bread · tomorrow\n${READ}`);
    expect(await say('edit 1 Buy rolls')).toBe('Changed: **1** Buy rolls · tomorrow');
  });

  it('is refused where there is no such day, and nothing is added', async () => {
    const { ok, text } = await run('Pay the rent on 2027-02-31');
    expect([ok, text]).toEqual([false, expect.stringMatching(/is no date: there is no such day.*"quotes"/)]);
    expect(await say('list')).toMatch(/^Nothing to do/);
  });

  it('needs the clock of the person; a text without one does not', async () => {
    isAway = true;
    expect(await say('Buy milk')).toBe('Added: **1** Buy milk');
    await expect(run('Buy bread tomorrow')).rejects.toMatchObject({ code: 'mattermost_unavailable' });
    expect(await say('list')).toBe('**1 open**\n**1** Buy milk');
  });

  it('is told in the transaction of the change as it is told at once', async () => {
    const drafts: string[] = [];
    const replies: RunRequest['replies'] = ({ text }) => {
      drafts.push(text);
      return [{ target: { kind: 'direct', userId: ANN }, text }];
    };
    const answer = await run('Buy milk tomorrow', { replies });
    expect(drafts).toEqual([answer.text]);
    expect(answer.text).toContain(READ);
  });
});

describe('due', () => {
  beforeEach(async () => {
    await run('one');
    await run('two');
  });

  it('dates one, several, and none', async () => {
    expect(await say('due 1 tomorrow')).toBe('Due date: **1** one · tomorrow');
    expect(await say('due 1-2 2027-03-01')).toBe('Due date:\n**1** one · Mon, Mar 1\n**2** two · Mon, Mar 1');
    expect(await say('due 1 none')).toBe('Due date: **1** one · no date');
    expect(await say('due 1 none')).toBe('That was its date already: **1** one · no date');
  });

  it('marks what is overdue, also on purpose', async () => {
    expect(await say('due 1 2027-01-14')).toBe('Due date: **1** one · **overdue: yesterday**');
  });

  it.each([
    ['due 1 sometime', /`sometime` is no date: expected for instance `friday`/],
    ['due 1 2027-02-31', /there is no such day/],
    ['due 9 tomorrow', /There is no to-do 9/],
    ['snooze 1 2027-01-14', /2027-01-14, which is over/],
    ['snooze 1 none', /`none` is no date/],
    ['skip 1', /does not repeat/],
    ['remind 1 10 minutes before', /has no due date/],
    ['remind 1 2027-01-14', /got 2027-01-14 09:00, which is over. Nothing was changed.$/],
    ['remind me to call', /`remind me to call tomorrow 9:00`. Nothing was added/],
  ])('says what was expected, and changes nothing: %s', async (line, says) => {
    const before = await say('list');
    const { ok, text } = await run(line);
    expect([ok, text]).toEqual([false, expect.stringMatching(says)]);
    expect(await say('list')).toBe(before);
  });

  it('shows dates by the clock of whoever reads', async () => {
    const team = { listId: TEAM_LIST };
    await run('three', team);
    await run('due 1 2027-01-16', team);
    zone = 'Asia/Tokyo';
    expect(await say('list', team)).toBe('**1 open**\n**1** three · tomorrow');
  });
});

it('goes through a rule: ticked, skipped, snoozed, and taken back', async () => {
  await run('Water plants');
  const acts = makeActs({ store, now: () => now, newId: makeNewId(() => now) });
  const zones = oneZone(zone);
  const when = { due: '2027-01-15', repeat: 'FREQ=WEEKLY;BYDAY=FR', zones };
  await acts.edit({ actorId: ANN, listId: ANNS_LIST }, { numbers: [1] }, { when });
  expect(await say('snooze 1 tomorrow')).toBe('Snoozed: **1** Water plants · tomorrow · every Friday');
  expect(await say('done 1')).toBe(
    'Done: **1** Water plants\nNext: **2** Water plants · Fri, Jan 22 · every Friday',
  );
  expect(await say('skip 2')).toMatch(/^Skipped to the next date: \*\*2\*\* Water plants · Fri, Jan 29/);
  expect(await say('undo')).toMatch(/Fri, Jan 22/);
  expect(await say('undo')).toMatch(
    /\*\*1\*\* Water plants · tomorrow.*\(is open\)\n\*\*2\*\* .*\(is deleted\)/,
  );
});

it('explains what ticking hits without the next one that it makes', async () => {
  await run('Water plants every friday');
  expect(await say('explain done 1')).toMatch(
    /^`done 1`: ticks \*\*1\*\* Water plants[^,]*\.\nNothing was done/,
  );
});

it('asks for reminders, and says which there are', async () => {
  await run('Call Bob');
  await run('due 1 2027-01-20');
  expect(await say('remind 1 2 days before')).toMatch(
    /^Reminders: \*\*1\*\* Call Bob · Wed · reminder: Mon 09:00$/,
  );
  expect(await say('remind 1 tomorrow')).toMatch(/reminder: Mon 09:00, tomorrow 09:00$/);
  expect(await say('remind 1 none')).toBe('Reminders: **1** Call Bob · Wed · no reminder');
});

it('reminds as usual of a date that comes after an earlier reminder, and not beside one that is to come', async () => {
  for (const text of ['Call Bob', 'Call Tom']) await run(text);
  await run('remind 1 in 1 minute');
  await run('remind 2 tomorrow 12:00');
  now += 5 * MINUTE_MS;
  await run('due 1-2 tomorrow 17:00');
  expect(await say('show 1')).toMatch(/tomorrow 17:00 · reminder: when it is due$/);
  expect(await say('show 2')).toMatch(/tomorrow 17:00 · reminder: tomorrow 12:00$/);
});

it('says when it reminds of what one asked to be reminded of', async () => {
  expect(await say('remind me to call Bob tomorrow 15:00')).toMatch(
    /^Added: \*\*1\*\* call Bob · tomorrow 15:00 · reminder: when it is due$/,
  );
  expect(await say('remind me to call Tom tomorrow')).toMatch(/tomorrow · reminder: tomorrow 09:00$/);
  expect(await say('remind me to call Ann today')).toMatch(/today · no reminder$/);
});

describe('views', () => {
  beforeEach(async () => {
    for (const [text, due] of [
      ['late', '2027-01-14'],
      ['now', '2027-01-15'],
      ['next', '2027-01-16'],
      ['in six days', '2027-01-21'],
      ['later', '2027-01-22'],
    ]) {
      const { change } = await run(`add ${text}`);
      await run(`due ${change?.todos[0]?.number} ${due}`);
    }
    await run('some day');
  });
  const LATE = '**Overdue: 1**\n**1** late · **overdue: yesterday**';

  it.each([
    ['today', `${LATE}\n**Due today: 1**\n**2** now · today`],
    ['tomorrow', '**Due tomorrow: 1**\n**3** next · tomorrow'],
    ['overdue', LATE],
    [
      'week',
      `${LATE}\n**Due within seven days: 3**\n**2** now · today\n**3** next · tomorrow\n**4** in six days · Thu`,
    ],
    [
      'agenda',
      `${LATE}\n**Coming up: 4**\n**2** now · today\n**3** next · tomorrow\n**4** in six days · Thu\n**5** later · Fri, Jan 22`,
    ],
  ])('%s', async (view, says) => {
    expect(await say(view)).toBe(says);
  });

  it('say that there is nothing', async () => {
    await run('done all');
    expect(await say('today')).toBe('Nothing is due today.');
    expect(await say('overdue')).toBe('Nothing is overdue.');
  });

  it("show of a shared list what is that list's, and nothing of the person's own", async () => {
    const team = { listId: TEAM_LIST };
    expect(await say('today', team)).toBe('Nothing is due today.');
    await run('of the team', team);
    await run('due 1 2027-01-16', team);
    expect(await say('tomorrow', team)).toBe('**Due tomorrow: 1**\n**1** of the team · tomorrow');
    expect(await say('tomorrow')).toBe('**Due tomorrow: 1**\n**3** next · tomorrow');
  });
});

it('explains dates, and does nothing', async () => {
  expect(await say('explain Buy milk tomorrow')).toBe(
    '`Buy milk tomorrow`: adds `Buy milk`, due tomorrow.\nNothing was done.',
  );
  await run('Buy milk');
  expect(await say('explain due 1 tomorrow')).toBe(
    '`due 1 tomorrow`: makes **1** Buy milk due: tomorrow.\nNothing was done.',
  );
  expect(await say('explain today')).toBe('`today`: shows what is due today.\nNothing was done.');
  expect(await say('explain due 1 sometime')).toMatch(/`sometime` is no date/);
  expect(await say('list')).toBe('**1 open**\n**1** Buy milk');
});

it('says of words that could mean two dates which was taken, and offers the other', async () => {
  await run('Taxes');
  const { change } = await run('due 1 2027-03-02');
  if (change === null) throw new Error('Expected a change.');
  const said = { names: new Map(), others: ['2027-02-03'], isRead: false };
  const { text, choices } = changeAnswer(textsIn(), change, zone, said);
  expect(text).toBe('Due date: **1** Taxes · Tue, Mar 2\nIt could also have been Wed, Feb 3.');
  expect(choices?.offered).toMatchObject([
    { act: { kind: 'undo' } },
    { label: 'Wed, Feb 3', act: { kind: 'line', line: 'due 1 2027-02-03' } },
  ]);
});
