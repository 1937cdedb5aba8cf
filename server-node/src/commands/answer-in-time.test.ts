import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Answer, RunRequest } from '../program/ports.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { makeBackground } from '../shared/background.ts';
import { userId } from '../testing/people.ts';
import { answerInTime } from './answer-in-time.ts';
import type { CommandDeps } from './ports.ts';

const HOOK = '/hooks/commands/fakehookxxxxxxxxxxxxxxx001';
const answer: Answer = { ok: true, text: 'done', change: null };
const target = { kind: 'response_url', url: `http://mattermost:8065/chat${HOOK}` };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A program that answers when told to; its replies count as kept, unless it fails before it asks for them. */
function play(url: string | null = target.url) {
  const outbox: ReplyDraft[] = [];
  const background = makeBackground((error) => {
    throw error;
  });
  const program = Promise.withResolvers<Answer>();
  let request: RunRequest | undefined;
  const deps = {
    program: { run: (asked: RunRequest) => ((request = asked), program.promise) },
    programLists: null,
    outbox: { add: async (drafts: readonly ReplyDraft[]) => void outbox.push(...drafts) },
    background,
    now: Date.now,
  } as unknown as CommandDeps;
  const lateTarget = url === null ? undefined : ({ kind: 'response_url', url } as const);
  const command = { userId: userId('ann'), line: 'add x', requestKey: undefined, lateTarget };
  return {
    outbox,
    idle: () => background.idle(),
    text: answerInTime(deps, command, Promise.resolve('en'), async (error) => `explained: ${String(error)}`),
    keepReplies: () => void outbox.push(...(request?.replies?.(answer) ?? [])),
    finish: () => program.resolve(answer),
    fail: () => program.reject(new Error('broken')),
  };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('a command is answered within 3 s', () => {
  it('by the program, when it is quick; nothing follows', async () => {
    const game = play();
    await pass(2_400);
    game.keepReplies();
    game.finish();
    expect(await game.text).toBe('done');
    await game.idle();
    expect(game.outbox).toEqual([]);
  });

  it('with a note, when the program is slow; its answer follows once, to Mattermost and nowhere else', async () => {
    const game = play();
    await pass(2_600);
    expect(await game.text).toMatch(/follows/);
    game.keepReplies();
    game.finish();
    await game.idle();
    expect(game.outbox).toEqual([{ target, text: 'done' }]);
  });

  it('with a note, when the program kept its replies just before the time was up; the answer follows', async () => {
    const game = play();
    await pass(2_400);
    game.keepReplies();
    await pass(200);
    expect(await game.text).toMatch(/follows/);
    game.finish();
    await game.idle();
    expect(game.outbox).toEqual([{ target, text: 'done' }]);
  });

  it('and told of a failure, early or late', async () => {
    const early = play();
    early.fail();
    expect(await early.text).toBe('explained: Error: broken');
    const late = play();
    await pass(2_600);
    late.fail();
    expect(await late.text).toMatch(/follows/);
    await late.idle();
    expect(late.outbox).toEqual([{ target, text: 'explained: Error: broken' }]);
  });

  it('and sends nothing where there is no place for it', async () => {
    const game = play(null);
    await pass(2_600);
    expect(await game.text).toMatch(/Type `\/todo list`/);
    game.finish();
    await game.idle();
    expect(game.outbox).toEqual([]);
  });
});
