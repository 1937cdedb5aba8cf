import { expect, it } from '@jest/globals';
import { AppError } from '../../shared/app-error.ts';
import type { RunRequest } from '../ports.ts';
import { runTerminal } from './run-terminal.ts';

/** A terminal whose program answers as told. */
function terminal(
  typed: string,
  answer: () => { ok: boolean; text: string } = () => ({ ok: true, text: 'ran' }),
) {
  const seen = { out: '', err: '', opened: 0, closed: 0, requests: [] as RunRequest[] };
  const program = {
    run: async (request: RunRequest) => {
      seen.requests.push(request);
      return { ...answer(), change: null };
    },
  };
  const code = runTerminal({
    argv: typed.split(' '),
    input: async function* () {
      yield '"done 1"\n"x"';
    },
    print: async (text) => void (seen.out += text),
    printError: async (text) => void (seen.err += text),
    open: async () => {
      seen.opened += 1;
      return { program, close: async () => void (seen.closed += 1) };
    },
  });
  return code.then((exitCode) => ({ exitCode, ...seen }));
}

it('runs a command on its list, prints the answer and closes the store', async () => {
  expect(await terminal('add Buy milk')).toMatchObject({
    exitCode: 0,
    out: 'ran\n',
    err: '',
    opened: 1,
    closed: 1,
    requests: [{ input: { line: 'add Buy milk' }, listId: 'shared' }],
  });
});

it('explains a line by what is in the list', async () => {
  const { requests } = await terminal('--list shared explain -- done 2');
  expect(requests).toMatchObject([{ input: { line: 'explain done 2' }, listId: 'shared' }]);
});

it('prints what was refused to the errors and exits with 1', async () => {
  const refusal = () => ({ ok: false, text: 'There is no to-do 9.' });
  expect(await terminal('done 9', refusal)).toMatchObject({
    exitCode: 1,
    out: '',
    err: 'There is no to-do 9.\n',
  });
});

it('says that the store is away and exits with 1', async () => {
  const away = () => {
    throw new AppError('store_unavailable', 'The database does not answer.');
  };
  expect(await terminal('list', away)).toMatchObject({
    exitCode: 1,
    err: 'todo: The database does not answer.\n',
    closed: 1,
  });
});

it.each([
  ['--help', 0, /^Usage: todo/, ''],
  ['help', 0, /^\*\*To-dos/, ''],
  ['open', 0, /^The sidebar opens/, ''],
  ['explain --json done', 0, /^\{"error":"Say which/, ''],
  [
    'explain --json done 2',
    0,
    /^\{"verb":"done","numbers":\[2\],"text":"","due":null,"repeat":null\}\n$/,
    '',
  ],
  ['explain --json --stdin', 0, /^\{"verb":"done".*\n\{"verb":"add".*\n$/, ''],
  ['done', 1, /^$/, 'Say which to-do, for instance `todo done 2`, `todo done 2 4-6` or `todo done milk`.\n'],
  ['--wrong', 2, /^$/, 'todo: There is no option --wrong.\nTry todo --help.\n'],
])('needs no store for %s', async (typed, exitCode, out, err) => {
  expect(await terminal(typed)).toMatchObject({ exitCode, out: expect.stringMatching(out), err, opened: 0 });
});
