import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FailureKind } from '../api/request-failure.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { reducer } from '../model/reducer.ts';
import { INITIAL_STATE } from '../model/state.ts';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { ALICE, LIST } from '../testing/make-todo.ts';
import { startSync } from './start-sync.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const AWAY = new RequestFailure('unreachable', 'No answer.');

async function open() {
  const backend = makeFakeBackend();
  let state = INITIAL_STATE;
  let isVisible = true;
  let tell: (live: boolean, failure: FailureKind | null) => void = () => undefined;
  const sync = startSync({
    api: backend.api,
    read: () => state,
    dispatch: (action) => void (state = reducer(state, action)),
    now: () => Date.now(),
    random: () => 1,
    userId: ALICE,
    isVisible: () => isVisible,
    onCatchUp: () => undefined,
    startStream: ({ onState }) => {
      tell = onState;
      return { want: () => undefined, wake: () => undefined, hidden: () => undefined, stop: () => undefined };
    },
  });
  sync.watch(LIST);
  await jest.advanceTimersByTimeAsync(0);
  tell(true, null);
  await jest.advanceTimersByTimeAsync(0);
  return {
    backend,
    sync,
    stream: (live: boolean, failure: FailureKind | null) => tell(live, failure),
    hide: () => void (isVisible = false),
    show: () => void (isVisible = true),
    connection: () => state.connection.kind,
    /** From now, in milliseconds. */
    nextTryIn: () => (state.connection.retryAt ?? Number.NaN) - Date.now(),
    pass: (ms: number) => jest.advanceTimersByTimeAsync(ms),
  };
}

describe('what the sidebar knows of the connection while nobody writes', () => {
  it('is that all is well, and nothing is asked for in vain', async () => {
    const { backend, sync, connection, pass } = await open();
    const asked = backend.calls.length;
    await pass(120_000);
    expect([connection(), backend.calls.length]).toEqual(['ok', asked]);
    sync.stop();
  });

  it('is offline as soon as the browser says so, with the moment of the next try', async () => {
    const { backend, sync, connection, nextTryIn, pass } = await open();
    backend.breakWith(new RequestFailure('offline', 'Failed to fetch'));
    sync.offline();
    expect([connection(), nextTryIn()]).toEqual(['offline', 1_000]);
    await pass(1_000);
    expect([connection(), nextTryIn()]).toEqual(['offline', 2_000]);
    backend.breakWith(null);
    await pass(2_000);
    expect(connection()).toBe('ok');
    sync.stop();
  });

  it('is unreachable as soon as a stream broke off or fell silent and asking fails too', async () => {
    const { backend, sync, stream, connection, nextTryIn, pass } = await open();
    backend.breakWith(AWAY);
    stream(false, 'unreachable');
    await pass(0);
    expect([connection(), nextTryIn()]).toEqual(['unreachable', 1_000]);
    sync.stop();
  });

  it('is that all is well when only the stream does not get through', async () => {
    const { sync, stream, connection, pass } = await open();
    stream(false, 'unreachable');
    await pass(0);
    expect(connection()).toBe('ok');
    sync.stop();
  });

  it('waits for as long as the backend wants, and a little longer', async () => {
    const { backend, sync, stream, connection, nextTryIn, pass } = await open();
    backend.breakWith(new RequestFailure('busy', 'Too many requests.', { retryAfterMs: 5_000 }));
    stream(false, 'busy');
    await pass(0);
    expect([connection(), nextTryIn()]).toEqual(['busy', 10_000]);
    const asked = backend.calls.length;
    await pass(9_999);
    expect(backend.calls.length).toBe(asked);
    backend.breakWith(null);
    await pass(1);
    expect(connection()).toBe('ok');
    sync.stop();
  });

  it('is found out by a window out of sight when it is seen again', async () => {
    const { backend, sync, hide, show, connection, pass } = await open();
    backend.breakWith(AWAY);
    sync.offline();
    hide();
    const asked = backend.calls.length;
    await pass(60_000);
    expect(backend.calls.length).toBe(asked);
    backend.breakWith(null);
    show();
    sync.seen();
    await pass(0);
    expect(connection()).toBe('ok');
    sync.stop();
  });
});
