import { expect, it } from '@jest/globals';
import type { CommandBody } from '@todo-node/server/contract/api';
import { RequestFailure } from './request-failure.ts';
import { makeRunCommand } from './run-command.ts';

const LINE = { line: 'Buy milk', requestId: 'r1' };
const ANSWER = { ok: true, answer: 'Added', change: null };

/** @param refuses by which status what is refused */
function open(refuses: (body: CommandBody) => number | undefined) {
  const bodies: unknown[] = [];
  const runCommand = makeRunCommand(async (_path, { body } = {}) => {
    bodies.push(body);
    const status = refuses(body as CommandBody);
    if (status !== undefined) throw new RequestFailure('refused', 'Expected something else.', { status });
    return { body: ANSWER, etag: undefined, notModified: false };
  });
  return { runCommand, bodies };
}

it('is run without the channel where a backend of 0.3 does not know that field', async () => {
  const { runCommand, bodies } = open(({ channelId }) => (channelId === undefined ? undefined : 400));
  expect(await runCommand('me', { ...LINE, channelId: 'c1' })).toEqual(ANSWER);
  expect(bodies).toEqual([{ ...LINE, channelId: 'c1' }, LINE]);
});

it.each([
  ['another reason', { ...LINE, channelId: 'c1' }, 403],
  ['a line that came from no channel', LINE, 400],
])('is not run again after a refusal for %s', async (_why, body, status) => {
  const { runCommand, bodies } = open(() => status);
  await expect(runCommand('me', body)).rejects.toMatchObject({ status });
  expect(bodies).toEqual([body]);
});
