import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ANN, ANNS_LIST } from '../testing/people.ts';
import { DIALECTS, type DialectName } from './dialects/dialects.ts';
import { DEFAULT_PATH } from './settings.ts';
import { openExternal } from './testing/open-external.ts';

/** The programs themselves, as Debian packages them; todoman takes a third of a second for each run. */
jest.setTimeout(60_000);

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

async function open(name: DialectName) {
  const opened = await openExternal({ TODO_PROGRAM: name });
  removals.push(opened.remove);
  return opened;
}

function isInstalled(binary: string): boolean {
  return DEFAULT_PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** On Debian a `todo` on PATH is devtodo; the plain one is tried in make-external-program.test.ts. */
const PROGRAMS = ['todo-txt', 'todoman', 'devtodo', 'taskwarrior'] as const;

const HOSTILE = [
  '; rm -rf / #',
  '$(id) `id` $HOME',
  '--help',
  '-x',
  '-- -x',
  'a\\b|c&d\'e"f',
  'project:x +tag /a/b/ due:tomorrow',
  '* ? [a-z] ~',
  '牛乳 🥛 مرحبا',
  '<b>&amp;</b>',
  '{home} {text}',
  '100% %s',
  'one \\1 \\n \\\\ \\u0041',
  'it\'s "so" \\"',
  '--purge',
  'description:x y',
  '(A) urgent',
  '1. 2) 3',
  "'",
  "'quoted'",
  '"a" and "b \\1"',
  '+',
];

describe.each(PROGRAMS)('%s', (name) => {
  const { binary, templates } = DIALECTS[name];
  const test = isInstalled(binary) ? it : it.skip;
  const lacks = (['reopen', 'edit', 'undo'] as const).filter((verb) => !(verb in templates));

  test(`is not asked for what it lacks: ${lacks.join(', ')}`, async () => {
    const { run } = await open(name);
    for (const verb of lacks) {
      const { ok, text } = await run(verb === 'undo' ? 'undo' : `${verb} 1 x`);
      expect([ok, text]).toEqual([false, expect.stringContaining(`\`${name}\` has no \`${verb}\``)]);
    }
  });

  test('begins with an empty list', async () => {
    const { run, rows } = await open(name);
    expect(await rows()).toEqual([]);
    expect(await run('list')).toMatchObject({ ok: true, text: 'Command `list` executed successfully.' });
  });

  test('adds, lists, ticks and deletes', async () => {
    const { run, rows } = await open(name);
    for (const line of ['Buy milk', 'add done', 'add Call Bob'])
      expect(await run(line)).toMatchObject({ ok: true });
    expect((await rows()).map(({ text }) => text).sort()).toEqual(['Buy milk', 'Call Bob', 'done']);
    expect((await run('list')).text).toMatch(/Buy milk/);
    expect(await run('done bob')).toMatchObject({ ok: true });
    const open_ = (await rows()).filter(({ done }) => !done).map(({ text }) => text);
    expect(open_.sort()).toEqual(['Buy milk', 'done']);
    const [, number] = /^\*\*(\d+)\*\* Buy milk$/m.exec((await run('delete milk')).text) ?? [];
    expect(await run(`delete ${number}`)).toMatchObject({ ok: true });
    expect((await rows()).filter(({ done }) => !done).map(({ text }) => text)).toEqual(['done']);
  });

  test('ticks and deletes several at once', async () => {
    const { run, rows, program } = await open(name);
    for (const text of ['a', 'b', 'c', 'd', 'e']) await run(`add item ${text}`);
    const refOf = async (text: string) =>
      (await rows()).find((row) => row.text === `item ${text}`)?.ref ?? '';
    expect(await run(`done ${await refOf('b')} ${await refOf('d')}`)).toMatchObject({ ok: true });
    const refs = [await refOf('a'), await refOf('e')];
    const input = { verb: 'delete', refs } as const;
    expect(await program.run({ input, actorId: ANN, listId: ANNS_LIST })).toMatchObject({ ok: true });
    expect((await rows()).filter(({ done }) => !done).map(({ text }) => text)).toEqual(['item c']);
  });

  test('hits no other to-do by the number of an old list', async () => {
    const { run, rows } = await open(name);
    for (const text of ['one', 'two', 'three', 'four']) await run(`add ${text}`);
    const shown = await rows();
    const refOf = (text: string) => shown.find((row) => row.text === text)?.ref;
    const left = async () => (await rows()).filter(({ done }) => !done).map(({ text }) => text);
    await run('list');
    await run(`delete ${refOf('one')}`);
    expect(await left()).toEqual(expect.arrayContaining(['two', 'three', 'four']));
    await run(`done ${refOf('two')}`);
    expect(await left()).toEqual(expect.arrayContaining(['three', 'four']));
    await run(`done ${refOf('three')}`);
    expect(await left()).toContain('four');
  });

  test('says in its own words that there is no such to-do', async () => {
    const { run } = await open(name);
    const answer = await run('done 99');
    expect(answer.ok).toBe(false);
    expect(answer.text).toMatch(/^Error executing `done`:\n\S/);
  });

  test('gets hostile texts to the letter, and runs none of them', async () => {
    const { run, rows } = await open(name);
    for (const text of HOSTILE) expect(await run(`add ${text}`)).toMatchObject({ ok: true });
    expect((await rows()).map(({ text }) => text).sort()).toEqual([...HOSTILE].sort());
  });

  test('gets a text of several lines as one row, and a long one whole', async () => {
    const { run, rows } = await open(name);
    const long = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
    await run('add one\n  two\nthree');
    await run(`add ${long}`);
    expect((await rows()).map(({ text }) => text).sort()).toEqual(['one two three', long].sort());
  });

  test('is handed no reference that is not a number', async () => {
    const { run, rows, program } = await open(name);
    await run('Buy milk');
    for (const ref of ['1e id', '1!d;1', '-1', '--all', '$(id)', '1,1 rc.x=y', 'status:pending']) {
      const input = { verb: 'delete', refs: [ref] } as const;
      const { ok, text } = await program.run({ input, actorId: ANN, listId: ANNS_LIST });
      expect([ref, ok]).toEqual([ref, false]);
      expect(text).toMatch(/^No open to-do|is no number/);
    }
    expect((await rows()).map(({ text }) => text)).toEqual(['Buy milk']);
  });

  test('keeps all of 20 to-dos added at once', async () => {
    const { run, rows } = await open(name);
    const texts = Array.from({ length: 20 }, (_, index) => `item ${index}`);
    const answers = await Promise.all(texts.map((text) => run(`add ${text}`)));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect((await rows()).map(({ text }) => text).sort()).toEqual([...texts].sort());
  });

  if ('edit' in templates) {
    test('edits', async () => {
      const { run, rows } = await open(name);
      await run('Buy milk');
      for (const text of ['Buy oat & soy | milk \\1', '--help', '牛乳', 'it\'s "x']) {
        expect(await run(`edit 1 ${text}`)).toMatchObject({ ok: true });
        expect((await rows()).map((row) => row.text)).toEqual([text]);
      }
    });
  }

  if ('reopen' in templates) {
    test('reopens', async () => {
      const { run, rows } = await open(name);
      await run('Buy milk');
      await run('done milk');
      expect(await run('reopen milk')).toMatchObject({ ok: true });
      expect(await rows()).toMatchObject([{ text: 'Buy milk', done: false }]);
    });
  }

  if ('undo' in templates) {
    test('undoes', async () => {
      const { run, rows } = await open(name);
      await run('Buy milk');
      await run('done 1');
      expect(await rows()).toEqual([]);
      expect(await run('undo')).toMatchObject({ ok: true });
      expect(await rows()).toMatchObject([{ text: 'Buy milk', done: false }]);
    });
  }
});

(isInstalled('todo-txt') ? it : it.skip).each(['-n', '-e', 'x milk'])(
  'todo-txt is not given a text that it would lose or take for done: %s',
  async (text) => {
    const { run, rows } = await open('todo-txt');
    await run('add Buy milk');
    for (const line of [`add ${text}`, `edit 1 ${text}`])
      expect(await run(line)).toMatchObject({ ok: false });
    expect(await rows()).toEqual([{ ref: '1', text: 'Buy milk', done: false }]);
  },
);
