import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PostList } from '../../living-posts/post-list.ts';
import { VERBS } from '../../contract/vocabulary.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Answer, RunRequest, TodoProgram } from '../ports.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { ANN, ANNS_LIST, BOB, NOW, TEAM_LIST } from '../testing/people.ts';
import { channelId } from '../../testing/people.ts';
import { channelList } from '../../todos/list.ts';
import { builtInOver } from '../testing/built-in-over.ts';
import type { BuiltInDeps } from './make-built-in-program.ts';

let store: TestStore;
let program: TodoProgram;

beforeEach(async () => {
  store = await openTestStore(() => NOW);
  program = builtInOver(store, () => NOW);
});
afterEach(() => store.remove());

const programWith = (more: Partial<BuiltInDeps>): TodoProgram => builtInOver(store, () => NOW, more);

const run = (line: string, more: Partial<RunRequest> = {}) =>
  program.run({ input: { line }, actorId: ANN, listId: ANNS_LIST, ...more });
const say = async (line: string) => (await run(line)).text;
const replies = ({ text }: Answer) => [{ target: { kind: 'direct', userId: ANN } as const, text }];

/** Runs lines one after another; what they answer is not looked at. */
async function after(...lines: string[]): Promise<void> {
  for (const line of lines) await run(line);
}

describe('the built-in program', () => {
  it('says what it did, with number and text', async () => {
    expect(await say('Buy milk')).toBe('Added: **1** Buy milk');
    expect(await say('edit 1 Buy oat milk')).toBe('Changed: **1** Buy oat milk');
    expect(await say('done 1')).toBe('Done: **1** Buy oat milk');
    expect(await say('done 1')).toBe('Done already: **1** Buy oat milk');
    expect(await say('reopen 1')).toBe('Open again: **1** Buy oat milk');
    expect(await say('delete 1')).toBe('Deleted: **1** Buy oat milk\n`undo` takes this back.');
    expect(await say('undo')).toBe('Deleting undone: **1** Buy oat milk (is open)');
  });

  it('hands the change over with the answer', async () => {
    const { change } = await run('Buy milk');
    expect(change).toMatchObject({ act: 'add', todos: [{ number: 1, text: 'Buy milk' }] });
  });

  it('does several at once, and tells apart what was so already', async () => {
    await after('a', 'b', 'c', 'done 2');
    expect(await say('done 1-3')).toBe('Done:\n**1** a\n**3** c\nDone already: **2** b');
  });

  it('takes the parts of a command from a surface that has them apart', async () => {
    await after('a', 'b');
    const input = { verb: 'done', refs: ['1', '2'] } as const;
    expect((await run('', { input })).text).toBe('Done:\n**1** a\n**2** b');
    const add = { verb: 'add', text: 'done 3' } as const;
    expect((await run('', { input: add })).text).toBe('Added: **3** done 3');
    const edit = { verb: 'edit', text: '4 eggs', refs: ['3'] } as const;
    expect((await run('', { input: edit })).text).toBe('Changed: **3** 4 eggs');
    const note = { verb: 'note', text: '4 eggs', refs: ['3'] } as const;
    expect((await run('', { input: note })).text).toBe('Changed: **3** 4 eggs\n> 4 eggs');
    const show = { verb: 'show', refs: ['3'] } as const;
    expect((await run('', { input: show })).text).toBe('**3** 4 eggs\n> 4 eggs');
  });

  it('keeps lists apart', async () => {
    await after('mine');
    expect((await run('list', { listId: TEAM_LIST })).text).toMatch(/^Nothing to do/);
  });
});

describe('a word instead of a number', () => {
  beforeEach(() => after('Buy milk', 'Buy oat milk', 'Call Bob', 'Team meeting'));

  it('stands for the one open to-do that has it, whatever the case', async () => {
    expect(await say('done BOB')).toBe('Done: **3** Call Bob');
    expect(await say('edit oat Buy soy milk')).toBe('Changed: **2** Buy soy milk');
  });

  it('is refused with the candidates when it fits more than one', async () => {
    const answer = await run('done milk');
    expect(answer).toMatchObject({ ok: false, change: null });
    expect(answer.text).toBe(
      'More than one to-do has the word `milk`. Take the number, for instance `done 1`:\n**1** Buy milk\n**2** Buy oat milk',
    );
    expect(await say('list')).toMatch(/^\*\*4 open\*\*/);
  });

  it('names ten candidates of thirty, and how many more there are', async () => {
    for (let number = 5; number <= 32; number += 1) await run(`add milk ${number}`);
    const rows = (await say('done milk')).split('\n').slice(1);
    expect(rows).toHaveLength(11);
    expect(rows.at(-1)).toBe('… and 20 more');
  });

  it('of which only the beginning is there ticks nothing', async () => {
    const answer = await run('done tea');
    expect(answer).toMatchObject({ ok: false, change: null });
    expect(answer.text).toMatch(/^No to-do has the word `tea`.*`done 4`:\n\*\*4\*\* Team meeting$/);
    expect(await run('done eam')).toMatchObject({ ok: false, text: expect.stringMatching(/^No open to-do/) });
    expect(await say('list')).toMatch(/^\*\*4 open\*\*/);
  });

  it('deletes nothing, but shows the row and its number', async () => {
    const answer = await run('delete bob');
    expect(answer).toMatchObject({ ok: false, change: null });
    expect(answer.text).toMatch(/^Nothing was deleted.*`delete 3`:\n\*\*3\*\* Call Bob$/);
    expect(await say('list bob')).toBe('**1 open** with `bob`\n**3** Call Bob');
  });

  it('is refused with a way out when it fits none', async () => {
    expect(await say('done buying milk')).toBe(
      'No open to-do in this list contains `buying milk`. Numbers are written like `2`, `2 5` or `4-6`. ' +
        'To add it as a to-do write `add done buying milk`.',
    );
  });

  it.each(['edit video cut', 'rm the shed', 'DEL shed', 'ls shoes', 'list reasons to stay'])(
    'is kept as it was typed, where it may be a text: %s',
    async (line) => {
      expect(await say(line)).toMatch(new RegExp(`write \`add ${line}\``));
    },
  );

  it('is looked for among the done ones by reopen', async () => {
    await after('done 3');
    expect(await say('done bob')).toMatch(/^No open to-do/);
    expect(await say('reopen bob')).toBe('Open again: **3** Call Bob');
  });
});

describe('all', () => {
  it('are ticked by done, and opened again by one undo', async () => {
    await after('Call Bob', 'Buy milk', 'All hands', 'done 2');
    expect(await say('done all')).toBe('Done:\n**1** Call Bob\n**3** All hands');
    expect(await say('done ALL')).toBe('Nothing is open in this list. Nothing was changed.');
    await after('undo');
    expect(await say('list')).toMatch(/^\*\*2 open\*\*/);
  });

  it('are not deleted, nor reopened, by a word', async () => {
    await after('Call Bob', 'All hands', 'Done thing', 'done 3');
    expect(await say('delete all')).toMatch(/Write the numbers, for instance `delete 1-9`; `done all`/);
    expect(await say('rm *')).toMatch(/for instance `delete 1-9`/);
    expect(await say('reopen all')).toMatch(/for instance `reopen 1-9`/);
    expect(await say('list')).toMatch(/^\*\*2 open\*\*/);
  });
});

describe('a word of other tools', () => {
  it('does what it says with a number behind it', async () => {
    await after('a', 'b', 'c');
    expect(await say('complete 1')).toBe('Done: **1** a');
    expect(await say('rm 2')).toMatch(/^Deleted: \*\*2\*\* b/);
    expect(await say('ls')).toBe('**1 open**\n**3** c');
    expect(await say('uncheck 1')).toBe('Open again: **1** a');
    expect(await say('open 1')).toBe('Open already: **1** a');
  });

  it('that does not exist adds nothing, and says how to keep the line', async () => {
    const answer = await run('redo');
    expect(answer).toEqual({
      ok: false,
      change: null,
      text: 'There is no `redo` here yet: nothing was changed. To keep the line as a to-do write `add redo`.',
    });
    expect(await say('')).toMatch(/^Nothing to do/);
    expect(await say('help redo')).toMatch(/^There is no `redo` here yet/);
  });

  it('tells where the sidebar is, where none can be opened', async () => {
    expect(await say('open')).toMatch(/^The sidebar opens with/);
    expect(await say('open the window')).toBe('Added: **1** open the window');
  });
});

describe('pop', () => {
  it('ticks the first that is open and says which, and undo takes it back', async () => {
    await after('a', 'b', 'c', 'done 1');
    expect(await say('explain pop')).toMatch(/\*\*2\*\* b/);
    const popped = await run('pop');
    expect(popped.text).toBe('Done: **2** b');
    expect(popped.choices?.offered).toMatchObject([{ label: 'Undo' }]);
    expect(await say('POP')).toBe('Done: **3** c');
    expect(await say('undo')).toBe('Completing undone: **3** c (is open)');
    expect(await say('pop the balloon')).toBe('Added: **4** pop the balloon');
  });

  it('that is told of twice ticks one', async () => {
    await after('a', 'b');
    const key = { requestKey: 'delivery' };
    expect([(await run('pop', key)).text, (await run('pop', key)).text]).toEqual([
      'Done: **1** a',
      'Done: **1** a',
    ]);
    expect(await say('list')).toBe('**1 open**\n**2** b');
  });

  it('says so when nothing is open', async () => {
    expect(await run('pop')).toMatchObject({ ok: false, text: expect.stringMatching(/^Nothing is open/) });
  });
});

describe('the list', () => {
  it('shows what is open, with numbers that never shift', async () => {
    await after('a', 'b', 'c', 'done 2');
    expect(await say('')).toBe('**2 open**\n**1** a\n**3** c');
    expect(await say('list done')).toBe('**1 done**\n**2** b');
    expect(await say('list C')).toBe('**1 open** with `C`\n**3** c');
    expect(await say('list reasons to stay')).toMatch(/write `add list reasons to stay`/);
  });

  it('is cut after 50 rows and says how many more there are', async () => {
    for (let number = 1; number <= 60; number += 1) await run(`add item ${number}`);
    const text = await say('list');
    expect(text).toMatch(/^\*\*60 open\*\*\n\*\*1\*\* item 1\n/);
    expect(text).toMatch(/\n\*\*50\*\* item 50\n… and 10 more$/);
    const found = await say('list item');
    expect(found).toMatch(/^\*\*60 open\*\* with `item`\n\*\*1\*\* item 1\n/);
    expect(found).toMatch(/\n\*\*50\*\* item 50\n… and 10 more$/);
  });

  it('keeps each to-do on its row, and whole rows only', async () => {
    await after('add one\n# two\n```\nthree', 'add next');
    expect(await say('list')).toBe('**2 open**\n**1** one # two ˋˋˋ three\n**2** next');
  });

  it('never grows beyond what a post holds', async () => {
    const long = '🥛@'.repeat(2_000);
    for (let number = 1; number <= 60; number += 1) await run(`add ${long}`);
    await run('done 1-29');
    for (const line of ['list', 'done 1-60', 'delete 1-60', 'undo', 'list 🥛', 'done 🥛', `done ${long}`]) {
      expect((await say(line)).length).toBeLessThan(16_383 - 3_000);
    }
    expect(await say('list done')).toMatch(/… and \d+ more$/);
  });
});

describe('what a person gets wrong', () => {
  it.each([
    ['done 7', 'There is no to-do 7 in this list. Nothing was changed.'],
    ['undo', 'You have changed nothing in this list that could be undone.'],
    ['edit 1', 'Say which to-do and its new text, for instance `edit 3 Buy oat milk`.'],
    [`add ${'x'.repeat(4_001)}`, expect.stringMatching(/may have 4,000 characters; got 4,001/)],
  ])('is answered, not thrown: %s', async (line, text) => {
    expect(await run(line)).toEqual({ ok: false, text, change: null });
  });

  it('is not undone by another person', async () => {
    await run('a', { listId: TEAM_LIST });
    expect(await run('undo', { listId: TEAM_LIST, actorId: BOB })).toMatchObject({ ok: false });
    expect((await run('list', { listId: TEAM_LIST })).text).toBe('**1 open**\n**1** a');
  });

  it('is explained without being done, with the to-dos that it would hit', async () => {
    await after('Buy milk', 'Call Bob', 'c', 'd', 'done 3');
    const explained = async (line: string) =>
      (await say(`explain ${line}`)).split('\n').slice(0, -1).join('\n');
    expect(await say('explain done bob')).toBe('`done bob`: ticks **2** Call Bob.\nNothing was done.');
    expect(await explained('done 1 2 4')).toBe('`done 1 2 4`: ticks 3 to-dos: **1, 2, 4**.');
    expect(await explained('done 2-3')).toBe('`done 2-3`: ticks **2** Call Bob.\nDone already:\n**3** c');
    expect(await explained('done all')).toBe('`done all`: ticks 3 to-dos: **1, 2, 4**.');
    expect(await explained('rm 1')).toBe('`rm 1`: deletes **1** Buy milk.');
    expect(await explained('edit milk x')).toBe('`edit milk x`: changes the text of **1** Buy milk to `x`.');
    expect(await explained('note 1 x')).toBe('`note 1 x`: sets the notes of **1** Buy milk to `x`.');
    expect(await explained('note 1 none')).toMatch(
      /^`note 1 none`: That was so already:\n\*\*1\*\* Buy milk/,
    );
    expect(await explained('show 1')).toBe('`show 1`: shows all there is to **1**.');
    expect(await explained('undo')).toBe('`undo`: takes back your last change in this list.\n**3** c');
    expect(await explained('add `x`')).toBe('`add ˋxˋ`: adds `ˋxˋ`.');
    expect(await explained('done 9')).toMatch(/^`done 9`: There is no to-do 9 in this list/);
    expect(await explained(`add ${'x'.repeat(4_001)}`)).toMatch(/may have 4,000 characters; got 4,001/);
    expect(await explained('done')).toMatch(/^`done`: not understood\. Say which to-do/);
    expect(await say('list')).toBe('**3 open**\n**1** Buy milk\n**2** Call Bob\n**4** d');
    expect(await say('undo')).toBe('Completing undone: **3** c (is open)');
  });

  it('posts the list of a channel, and no other, and says what came of it', async () => {
    const asked: unknown[] = [];
    let posted: Awaited<ReturnType<PostList['post']>> = { outcome: 'posted', entered: 'inside' };
    const postList: PostList = {
      post: async (one) => (asked.push(one), posted),
      unpost: async () => 'none' as const,
    };
    program = programWith({ postList });
    const inTown = { listId: channelList(channelId('town')) };
    expect(await run('post pinned', { ...inTown, requestKey: 'k' })).toMatchObject({
      ok: true,
      text: 'The list is posted, and I keep it up to date.',
    });
    expect(asked).toEqual([{ actorId: ANN, channelId: channelId('town'), isPinned: true, requestKey: 'k' }]);
    posted = { outcome: 'posted', entered: 'outside' };
    expect((await run('post', inTown)).text).toMatch(
      /up to date\. I could not enter this channel.*`\/invite`/,
    );
    posted = { outcome: 'follows', entered: 'by_nobody' };
    expect((await run('post', inTown)).text).toMatch(/follows as soon as it does\. Nobody can add me/);
    posted = { outcome: 'may_not' };
    expect(await run('post', inTown)).toMatchObject({
      ok: false,
      text: expect.stringMatching(/may not post/),
    });
    expect((await run('unpost', inTown)).text).toMatch(/so nothing was done/);
    expect(await run('post')).toMatchObject({
      ok: false,
      text: expect.stringMatching(/`\/todo here post`/),
    });
    expect(asked).toHaveLength(4);
    expect(await say('explain post pinned')).toMatch(/pinned, and keeps it up to date/);
    program = builtInOver(store, () => NOW);
    expect(await run('post', inTown)).toMatchObject({ ok: false });
  });

  it('is helped with', async () => {
    expect((await say('help')).split('\n')).toHaveLength(VERBS.length + 3);
    expect(await say('help rm')).toMatch(/^`delete 2`.* Also: `rm`, `del`,/);
    expect(await say('help undo')).toMatch(/^`undo`: takes back/);
  });

  it('is told apart from a store that is away', async () => {
    const away = new AppError('store_unavailable', 'The database does not answer.');
    store.transaction = () => Promise.reject(away);
    await expect(run('Buy milk')).rejects.toBe(away);
  });
});

describe('an answer that must survive a crash', () => {
  it.each(['Buy milk', 'list', 'done 7', 'done', 'help', 'explain x'])(
    'is queued once, however often `%s` is delivered',
    async (line) => {
      const first = await run(line, { requestKey: 'post 1', replies });
      const again = await run(line, { requestKey: 'post 1', replies });
      expect(await store.outbox()).toEqual([first.text]);
      expect(again.ok).toBe(first.ok);
    },
  );

  it('is queued with its change, and the second delivery changes nothing', async () => {
    await run('Buy milk', { requestKey: 'post 1', replies });
    const again = await run('Buy milk', { requestKey: 'post 1', replies });
    expect(again.text).toBe('Added: **1** Buy milk');
    expect(await say('list')).toBe('**1 open**\n**1** Buy milk');
  });

  it('is not queued again when the word of the first delivery fits no longer', async () => {
    await after('Buy milk');
    await run('done milk', { requestKey: 'post 1', replies });
    await run('done milk', { requestKey: 'post 1', replies });
    expect(await store.outbox()).toEqual(['Done: **1** Buy milk']);
  });

  it('is not queued when the change is not written', async () => {
    const save = store.transaction;
    store.transaction = (work) =>
      save((writer) => work({ ...writer, save: () => Promise.reject(new Error('disk')) }));
    await expect(run('Buy milk', { requestKey: 'post 1', replies })).rejects.toThrow('disk');
    store.transaction = save;
    expect(await store.outbox()).toEqual([]);
    expect(await say('list')).toMatch(/^Nothing to do/);
  });
});
