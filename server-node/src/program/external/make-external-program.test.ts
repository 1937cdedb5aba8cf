import { afterEach, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { stat } from 'node:fs/promises';
import { ANN, ANNS_LIST, BOB, TEAM_LIST } from '../testing/people.ts';
import type { Answer } from '../ports.ts';
import { openExternal, readText, writeScript } from './testing/open-external.ts';

const PLAIN_TODO = fileURLToPath(new URL('testing/todo', import.meta.url));

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

async function open(environment: Record<string, string> = {}, overrides = {}) {
  const opened = await openExternal({ TODO_PROGRAM: PLAIN_TODO, ...environment }, overrides);
  removals.push(opened.remove);
  return opened;
}

/** A program that does as the script says. */
async function openScript(script: string, environment: Record<string, string> = {}, overrides = {}) {
  const { path, remove } = await writeScript(`#!/bin/sh\n${script}\n`);
  removals.push(remove);
  return open({ TODO_PROGRAM: path, ...environment }, overrides);
}

const replies = ({ text }: Answer) => [{ target: { kind: 'direct', userId: ANN } as const, text }];

describe('a plain todo', () => {
  it('adds, lists, ticks and deletes', async () => {
    const { run, program } = await open();
    expect(await run('Buy milk')).toEqual({ ok: true, text: 'added Buy milk', change: null });
    await run('add done');
    expect((await run('')).text).toBe('1. Buy milk\n2. done');
    expect((await run('done 1-2')).text).toBe(
      'Command `done` executed successfully.\n**1** Buy milk\n**2** done',
    );
    expect(await program.list(ANNS_LIST)).toEqual({
      rows: [
        { ref: '1', text: 'Buy milk', done: true },
        { ref: '2', text: 'done', done: true },
      ],
      text: '1. [x] Buy milk\n2. [x] done',
    });
    expect(await run('done 9')).toEqual({
      ok: false,
      text: 'Error executing `done`:\nno to-do 9',
      change: null,
    });
  });

  it('takes pop for the first open row', async () => {
    const { run, rows } = await open();
    for (const line of ['a', 'b', 'c', 'done 1']) await run(line);
    expect((await run('pop')).ok).toBe(true);
    expect((await rows()).map(({ done }) => done)).toEqual([true, true, false]);
  });

  it('takes a word for the one open row that contains it', async () => {
    const { run, rows } = await open();
    for (const line of ['Buy milk', 'Buy oat milk', 'Call Bob']) await run(line);
    expect((await run('done bob')).ok).toBe(true);
    expect((await rows()).map(({ done }) => done)).toEqual([false, false, true]);
    expect((await run('done milk')).text).toMatch(
      /More than one.*\n\*\*1\*\* Buy milk\n\*\*2\*\* Buy oat milk$/,
    );
    expect((await run('done buying milk')).text).toMatch(/write `add done buying milk`/);
  });

  it('ticks all that are open at once', async () => {
    const { run, rows } = await open();
    for (const line of ['a', 'b', 'c']) await run(line);
    await run('done 2');
    expect(await run('done all')).toMatchObject({ ok: true });
    expect((await rows()).every(({ done }) => done)).toBe(true);
    expect(await run('done all')).toMatchObject({
      ok: false,
      text: expect.stringMatching(/^Nothing is open/),
    });
    expect((await run('delete all')).text).toMatch(/`delete 1-9`/);
    expect(await rows()).toHaveLength(3);
  });

  it('explains what it would be handed, and is not handed it', async () => {
    const { run, rows } = await open();
    await run('Buy milk');
    expect((await run('explain done milk')).text).toBe(
      '`done milk`: ticks **1** Buy milk.\nNothing was done.',
    );
    expect((await run('explain add a\0b')).text).toMatch(/NUL character/);
    expect((await run('explain undo')).text).toMatch(/`todo` has no `undo`/);
    expect(await rows()).toEqual([{ ref: '1', text: 'Buy milk', done: false }]);
  });

  it('has no dates, and says so instead of losing them', async () => {
    const { run, rows } = await open();
    await run('Buy milk tomorrow');
    for (const [line, verb] of [
      ['due 1 friday', 'due'],
      ['snooze 1 tomorrow', 'snooze'],
      ['skip 1', 'skip'],
      ['remind 1 in 2 hours', 'remind'],
      ['remind me to buy bread tomorrow', 'remind'],
      ['today', 'today'],
      ['explain agenda', 'agenda'],
    ]) {
      const { ok, text } = await run(line ?? '');
      expect([ok, text]).toEqual([false, expect.stringMatching(`^\`todo\` has no \`${verb}\``)]);
    }
    expect((await run('help')).text).not.toMatch(/`due|`today/);
    expect(await rows()).toEqual([{ ref: '1', text: 'Buy milk tomorrow', done: false }]);
  });

  it('gets what the sidebar took from its rows', async () => {
    const { program, rows, run } = await open();
    await run('Buy milk');
    const [row] = await rows();
    const input = { verb: 'done', refs: [row?.ref ?? ''] } as const;
    await program.run({ input, actorId: ANN, listId: ANNS_LIST });
    expect(await rows()).toEqual([{ ref: '1', text: 'Buy milk', done: true }]);
  });

  it('is not asked for what it does not have, and help does not offer it', async () => {
    const { run } = await open();
    for (const line of ['reopen 1', 'edit 1 x', 'undo']) {
      expect(await run(line)).toMatchObject({
        ok: false,
        text: expect.stringMatching(/^`todo` has no `\w+`\./),
      });
    }
    const help = (await run('help')).text;
    expect(help).toMatch(/`delete 2`/);
    expect(help).not.toMatch(/`undo`|`reopen 2`/);
  });

  it('is told of in its own English, and what is ours in the language of the reader', async () => {
    const { run } = await open();
    const say = async (line: string) => (await run(line, { locale: 'ja' })).text;
    expect(await say('牛乳を買う')).toBe('added 牛乳を買う');
    expect(await say('done 1')).toBe('Command `done` executed successfully.\n**1** 牛乳を買う');
    expect(await say('done 9')).toBe('Error executing `done`:\nno to-do 9');
    expect(await say('undo')).toMatch(/^`todo` に `undo` はありません。/);
    expect(await say('done パン')).toMatch(/^このリストに `パン` を含む未完了の ToDo はありません。/);
    expect(await say('help')).toMatch(/^\*\*ToDo：/);
    expect(await say('edit')).toMatch(/^どの ToDo か/);
  });

  it('keeps each list in a private home of its own', async () => {
    const { run, home } = await open();
    await run('yours');
    await run('ours', { listId: TEAM_LIST });
    expect(await readText(home, 'list')).toBe('yours\n');
    expect((await stat(home)).mode & 0o777).toBe(0o700);
  });
});

describe('a program whose numbers are places', () => {
  /** Lists the lines of a file by their numbers; `delete` takes the line out, so that the others move up. */
  const MOVING = `touch list
case "$1" in
add) printf '%s\\n' "$2" >>list ;;
list) awk '{ print NR ". " $0 }' list ;;
done | delete) sed -i "$2d" list ;;
esac`;
  const openMoving = async () => {
    const opened = await openScript(MOVING);
    for (const line of ['one', 'two', 'three']) await opened.run(line);
    return { ...opened, texts: async () => (await opened.rows()).map(({ text }) => text) };
  };

  it('names what it ticked, and refuses the number of an old list', async () => {
    const { run, texts } = await openMoving();
    await run('list');
    expect((await run('done 1')).text).toMatch(/\n\*\*1\*\* one$/);
    const stale = await run('done 2');
    expect(stale.ok).toBe(false);
    expect(stale.text).toMatch(/^Nothing was changed.*\n\*\*2\*\* three\n.*write the same again/);
    expect(await texts()).toEqual(['two', 'three']);
    expect((await run('done 2')).text).toMatch(/\*\*2\*\* three$/);
    expect(await texts()).toEqual(['two']);
  });

  it('refuses the number of a list that another person has changed, in each of the places', async () => {
    const { run, texts } = await openMoving();
    await run('list', { actorId: BOB });
    await run('list');
    await run('done 1');
    expect(await run('delete 1', { actorId: BOB })).toMatchObject({ ok: false });
    expect((await run('delete 1', { actorId: BOB })).ok).toBe(true);
    expect(await texts()).toEqual(['three']);
  });

  it('deletes no number that was never shown', async () => {
    const { run, texts } = await openMoving();
    expect((await run('delete 2')).text).toMatch(/^Nothing was changed.*\n\*\*2\*\* two\n/);
    expect(await texts()).toHaveLength(3);
    expect(await run('delete 2')).toMatchObject({ ok: true });
    expect(await texts()).toEqual(['one', 'three']);
  });

  it('takes a row of the sidebar only while it says what was shown', async () => {
    const { program, texts } = await openMoving();
    const press = (text: string) =>
      program.run({ input: { verb: 'done', refs: ['1'], text }, actorId: ANN, listId: ANNS_LIST });
    expect(await press('one')).toMatchObject({ ok: true });
    expect(await press('one')).toMatchObject({ ok: false });
    expect(await texts()).toEqual(['two', 'three']);
  });
});

describe('a hostile text', () => {
  const ECHO = 'printf "%s|" "$#" "$@"';

  it.each(['; rm -rf /', '$(id) `id`', '$HOME {text} {refs}', '\'"\\', '* ?', 'a\nb\tc', '🥛 牛乳', '%s%n'])(
    'reaches the program as one argument, to the letter: %j',
    async (text) => {
      const { run } = await openScript(ECHO);
      expect((await run(`add ${text}`)).text).toBe(`2|add|${text}|`);
    },
  );

  it.each([
    ['--help', /would take a text that begins with a dash for an option/],
    ['-rf /', /begins with a dash/],
    ['a\0b', /NUL character/],
    ['x'.repeat(100_000), /4,000 characters; got 100,000/],
    ['\u200b\u0007', /Say what to add|needs a text/],
  ])('is refused with a reason, and nothing is run: %#', async (text, reason) => {
    const { run } = await openScript('touch ran; ls -a; exit 1');
    const { ok, text: answer } = await run(`add ${text}`);
    expect(ok).toBe(false);
    expect(answer).toMatch(reason);
    expect(answer).not.toMatch(/ran/);
  });

  it.each(['a\0b', '--all'])('is refused as something to look for, too: %#', async (text) => {
    const { run } = await openScript('touch ran; ls -a; exit 1');
    expect(await run(`list ${text}`)).toMatchObject({ ok: false, text: expect.not.stringMatching(/ran/) });
  });

  it('may begin with a dash behind -- in the template', async () => {
    const { run } = await openScript(ECHO, { TODO_PROGRAM_ADD: '["new", "--", "{text}"]' });
    expect((await run('add --help')).text).toBe('3|new|--|--help|');
  });

  it.each(['-1', '--all', '$(id)', '1;id', 'a\nb'])('is no reference of the sidebar: %j', async (ref) => {
    const { program } = await openScript('[ "$1" = list ] && echo "1. x" && exit 0; printf "%s|" "$@"');
    const input = { verb: 'delete', refs: [ref] } as const;
    const { text } = await program.run({ input, actorId: ANN, listId: ANNS_LIST });
    expect(text).not.toMatch(new RegExp(`^delete\\|-`));
  });
});

describe('the environment of the program', () => {
  it('is PATH, LANG, HOME and what the settings add; nothing else of the backend', async () => {
    const before = process.env['MATTERMOST_BOT_TOKEN_TODO'];
    process.env['MATTERMOST_BOT_TOKEN_TODO'] = 'secret';
    const { run } = await openScript('env | cut -d= -f1 | sort | tr "\\n" " "; pwd', {
      TODO_PROGRAM_ENV: '{"EXTRA": "1"}',
    });
    const { text } = await run('list');
    if (before === undefined) delete process.env['MATTERMOST_BOT_TOKEN_TODO'];
    expect(text.replace(/\b(_|PWD|SHLVL|OLDPWD) /g, '')).toBe('EXTRA HOME LANG PATH ~');
  });
});

describe('what goes wrong', () => {
  it('a program that is not there', async () => {
    const { run, program } = await open({ TODO_PROGRAM: 'todo', PATH: '/nowhere' });
    const text = 'Command `todo` not found. Please ensure it is installed and in the PATH.';
    expect(await run('Buy milk')).toEqual({ ok: false, text, change: null });
    await expect(program.list(ANNS_LIST)).rejects.toMatchObject({ code: 'program_failed', message: text });
  });

  it('a program that takes too long', async () => {
    const { run } = await openScript('sleep 60', {}, { timeoutMs: 200 });
    for (const [line, verb] of [
      ['add x', 'add'],
      ['done 1', 'list'],
    ] as const) {
      const text = `Command \`${verb}\` execution timed out.`;
      expect(await run(line)).toEqual({ ok: false, text, change: null });
    }
  });

  it('a program that says nothing', async () => {
    const { run } = await openScript('exit 0');
    expect((await run('Buy milk')).text).toBe('Command `add` executed successfully.');
    expect((await run('list')).text).toBe('Command `list` executed successfully.');
  });

  it('an output without rows is shown as it is', async () => {
    const { program } = await openScript('echo Nothing to do.');
    expect(await program.list(ANNS_LIST)).toEqual({ rows: [], text: 'Nothing to do.' });
  });

  it('two at once on one list run one after the other', async () => {
    const { run, home } = await openScript('echo in >>"$HOME/log"; sleep 0.05; echo out >>"$HOME/log"');
    await Promise.all([run('a'), run('b'), run('c')]);
    expect(await readText(home, 'log')).toBe('in\nout\n'.repeat(3));
  });
});

describe('a delivery that comes twice', () => {
  it.each(['Buy milk', 'list', 'nonsense'])('runs once and is answered once: %s', async (line) => {
    const { run, store, home } = await openScript('echo ran >>"$HOME/log"; echo ok');
    for (let time = 0; time < 2; time += 1) await run(line, { requestKey: 'post 1', replies });
    expect(await store.outbox()).toEqual(['ok']);
    expect(await readText(home, 'log')).toBe('ran\n');
  });
});

describe('rows of a pattern from the settings', () => {
  it('are made of what it catches, and their references go back to the program', async () => {
    const { program, rows } = await openScript('case $1 in list) echo "a7 | milk";; *) echo "$@";; esac', {
      TODO_PROGRAM_ROWS: '^(?<ref>\\w+) \\| (?<text>.+)$',
    });
    expect(await rows()).toEqual([{ ref: 'a7', text: 'milk', done: false }]);
    const input = { verb: 'done', refs: ['a7'] } as const;
    expect((await program.run({ input, actorId: ANN, listId: ANNS_LIST })).text).toBe('done a7\n**a7** milk');
    const typed = { line: 'done milk' };
    expect((await program.run({ input: typed, actorId: ANN, listId: ANNS_LIST })).text).toBe(
      'done a7\n**a7** milk',
    );
  });
});
