import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { modelState } from './app/app.ts';
import { INITIAL_STATE } from './model/state.ts';
import { Plugin } from './plugin.tsx';
import { makeFakeBackend } from './testing/fake-backend.ts';
import { makeFakeHost } from './testing/fake-host.tsx';
import { makeTodo } from './testing/make-todo.ts';

/** Counts what was put on a target and not taken off again. */
function countListeners(target: EventTarget): () => number {
  let count = 0;
  const { addEventListener, removeEventListener } = target;
  jest.spyOn(target, 'addEventListener').mockImplementation((...args) => {
    count += 1;
    addEventListener.apply(target, args as Parameters<EventTarget['addEventListener']>);
  });
  jest.spyOn(target, 'removeEventListener').mockImplementation((...args) => {
    count -= 1;
    removeEventListener.apply(target, args as Parameters<EventTarget['removeEventListener']>);
  });
  return () => count;
}

beforeEach(() => {
  jest.useFakeTimers();
  // The selector engine of jsdom puts listeners of its own on the document when it is first used.
  document.querySelector('style');
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('enabling and disabling ten times', () => {
  it('leaves no listener, timer, stream, style or data behind', async () => {
    const backend = makeFakeBackend();
    backend.seed(makeTodo());
    const host = makeFakeHost(backend);
    const listeners = [countListeners(window), countListeners(document)];
    const plugin = new Plugin(host.start);
    for (let round = 0; round < 10; round += 1) {
      plugin.initialize(host.registry, host.store);
      await jest.advanceTimersByTimeAsync(50);
      expect(backend.streams.size).toBe(1);
      expect(document.querySelectorAll('style[data-plugin="todo-node"]')).toHaveLength(1);
      plugin.uninitialize();
    }
    expect(listeners.map((count) => count())).toEqual([0, 0]);
    expect(jest.getTimerCount()).toBe(0);
    expect(backend.streams.size).toBe(0);
    expect(document.querySelectorAll('style')).toHaveLength(0);
    expect(modelState(host.store.getState())).toEqual(INITIAL_STATE);
  });

  it('starts only once somebody is signed in', async () => {
    const backend = makeFakeBackend();
    const host = makeFakeHost(backend);
    let userId = '';
    const tellers = new Set<() => void>();
    const loginPage = {
      ...host.store,
      getState: () => ({ entities: { users: { currentUserId: userId, profiles: {} } } }) as never,
      subscribe: (listener: () => void) => {
        tellers.add(listener);
        return () => void tellers.delete(listener);
      },
    };
    let starts = 0;
    const plugin = new Plugin((store) => {
      starts += 1;
      return host.start({ ...host.store, dispatch: store.dispatch });
    });
    plugin.initialize(host.registry, loginPage);
    expect(starts).toBe(0);
    userId = 'alice';
    const nested = [...tellers];
    tellers.forEach((tell) => tell());
    nested.forEach((tell) => tell());
    expect(starts).toBe(1);
    plugin.uninitialize();
    expect(backend.streams.size).toBe(0);
  });
});
