import { describe, expect, it } from '@jest/globals';
import { parseArguments, TERMINAL_USER } from './parse-arguments.ts';

const ANN = 'ann00000000000000000000000';
const run = (line: string, listId = 'shared', actorId: string = TERMINAL_USER) => ({
  kind: 'run',
  listId,
  actorId,
  line,
});

describe('the arguments of todo in a terminal', () => {
  it.each([
    ['', run('')],
    ['add Buy milk', run('add Buy milk')],
    ['add --help', run('add --help')],
    ['-- --list x', run('--list x')],
    ['--list shared done 2', run('done 2')],
    [`--as ${ANN} undo`, run('undo', 'shared', ANN)],
    [`--as ${ANN} --list me`, run('', `person:${ANN}`, ANN)],
    [`--list=person:${ANN} list`, run('list', `person:${ANN}`, ANN)],
    [`--list channel:${ANN} list`, run('list', `channel:${ANN}`)],
    ['--help', { kind: 'usage' }],
    ['-h add', { kind: 'usage' }],
    ['explain done 2', run('explain done 2')],
    [`--as ${ANN} --list me explain -- --x`, run('explain --x', `person:${ANN}`, ANN)],
    ['EXPLAIN --json add --json', { kind: 'explain_as_json', line: 'add --json', said: {} }],
    ['explain --json -- --stdin', { kind: 'explain_as_json', line: '--stdin', said: {} }],
    ['explain --json --stdin', { kind: 'explain_stream', said: {} }],
    [
      'explain --json --now 2026-12-04T17:00 --zone=Asia/Tokyo --locale ja 牛乳',
      {
        ...{ kind: 'explain_as_json', line: '牛乳' },
        said: { now: '2026-12-04T17:00', zone: 'Asia/Tokyo', locale: 'ja' },
      },
    ],
    ['explain --stdin', { kind: 'explain_stream', said: {} }],
  ])('%s', (typed, expected) => {
    expect(parseArguments(typed.split(' ').filter((word) => word !== ''))).toEqual(expected);
  });

  it.each([
    ['--lists x', /no option --lists/],
    ['--list', /--list needs a value/],
    ['--list me', /with --as also me; got me/],
    ['--list person:../x', /got person:..\/x/],
    ['--list channel:', /got channel:/],
    ['--as ann list', /26 lower-case letters and digits; got ann/],
    ['explain --json --now', /--now needs a value/],
    ['explain --stdin done 2', /come from standard input/],
  ])('are refused with a reason: %s', (typed, message) => {
    expect(parseArguments(typed.split(' '))).toEqual({
      kind: 'wrong_usage',
      message: expect.stringMatching(message),
    });
  });
});
