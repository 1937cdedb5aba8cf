import { describe, expect, it } from '@jest/globals';
import { makeCommandHook, todoLine, type CommandDeps } from './slash-command.ts';

const ARGS = { channel_id: 'channel', team_id: 'team', root_id: 'root' };

describe('what is ours', () => {
  it.each([
    ['/todo', ''],
    ['/todo ', ''],
    ['/todo Buy milk', 'Buy milk'],
    ['/todo\nBuy milk', 'Buy milk'],
    ['/todo\u3000牛乳を買う', '牛乳を買う'],
    ['/todo add  two  blanks', 'add  two  blanks'],
    ['/TODO done 1', 'done 1'],
    ['/todo /todo', '/todo'],
  ])('%j is, with the line %j', (message, line) => {
    expect(todoLine(message)).toBe(line);
  });

  it.each([
    '/todos',
    '/todo-x add',
    '/todo.',
    '/todoist',
    '/to',
    '/',
    ' /todo x',
    'todo x',
    '/shrug /todo',
    '/todo、x',
  ])('%j is not', (message) => {
    expect(todoLine(message)).toBeNull();
  });
});

describe('the hook', () => {
  function makeHook(run: CommandDeps['run'], hasPlace = true) {
    const shown: unknown[] = [];
    const opened: string[] = [];
    const hook = makeCommandHook({
      run,
      show: (answer, args) => void shown.push({ answer, args }),
      openSidebar: () => hasPlace && opened.push('sidebar') > 0,
      explain: (thrown) => `Sorry: ${String((thrown as Error).message)}`,
    });
    return { hook, shown, opened };
  }

  it('runs the line, shows the answer where it was typed, and swallows the command', async () => {
    const { hook, shown } = makeHook(async (line, { channel_id }) => ({
      ...{ ok: true, answer: `Did ${line} in ${channel_id}`, change: null },
    }));
    expect(await hook('/todo here add milk', ARGS)).toEqual({});
    expect(shown).toEqual([{ answer: 'Did here add milk in channel', args: ARGS }]);
  });

  it('shows what a program refused, too: that is an answer', async () => {
    const { hook, shown } = makeHook(async () => ({ ok: false, answer: 'No such to-do.', change: null }));
    expect(await hook('/todo done 99', ARGS)).toEqual({});
    expect(shown).toHaveLength(1);
  });

  it('keeps the draft and says why when nobody answers, and never hands the line on', async () => {
    const { hook, shown } = makeHook(() => Promise.reject(new Error('away')));
    expect(await hook('/todo private', ARGS)).toEqual({ error: { message: 'Sorry: away' } });
    expect(shown).toEqual([]);
  });

  it.each(['/todo open', '/TODO  Open '])(
    'opens the sidebar for %j, without asking anybody',
    async (typed) => {
      const { hook, shown, opened } = makeHook(() => Promise.reject(new Error('away')));
      expect(await hook(typed, ARGS)).toEqual({});
      expect([opened, shown]).toEqual([['sidebar'], []]);
    },
  );

  it('asks the backend where a window has no place for the sidebar', async () => {
    const { hook, opened, shown } = makeHook(
      async (line) => ({ ok: true, answer: line, change: null }),
      false,
    );
    expect(await hook('/todo open', ARGS)).toEqual({});
    expect([opened, shown]).toEqual([[], [{ answer: 'open', args: ARGS }]]);
  });

  it('takes "open" with more behind it for a line like any other', async () => {
    const { hook, opened, shown } = makeHook(async (line) => ({ ok: true, answer: line, change: null }));
    await hook('/todo open the window', ARGS);
    expect([opened, shown]).toEqual([[], [{ answer: 'open the window', args: ARGS }]]);
  });

  it('lets everything else pass, and runs nothing for it', async () => {
    let runs = 0;
    const { hook } = makeHook(async () => ({ ok: true, answer: String((runs += 1)), change: null }));
    expect(await hook('/todos', ARGS)).toBeUndefined();
    expect(await hook('/shrug', ARGS)).toBeUndefined();
    expect(runs).toBe(0);
  });
});
