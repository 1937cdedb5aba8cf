import type { Api } from '../api/api.ts';
import type { HostStore } from '../host/host-state.ts';
import type { ModelAction } from '../model/actions.ts';
import type { ModelState } from '../model/state.ts';

interface FollowRequestsDeps {
  api: Pick<Api, 'getTodos'>;
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
}

/**
 * Keeps known what waits for the person's answer, and while somebody looks at it, what the person sent. Once it is known
 * the changes of the person's own list tell what becomes of it.
 */
export function followRequests(store: HostStore, { api, read, dispatch }: FollowRequestsDeps) {
  let isKnown = false;
  let isStopped = false;
  let lookers = 0;

  async function ask(question: 'requests' | 'sent'): Promise<void> {
    const known = read().todos;
    try {
      const view = await api.getTodos(question);
      if (!isStopped) dispatch({ type: 'todo-node/answer', question, known, view });
    } catch {
      // What is known stays until it is asked again, which is when anything gets through again.
    }
  }

  function askAgain(): void {
    if (isStopped || read().me?.takesRequests !== true) return;
    isKnown = true;
    void ask('requests');
    if (lookers > 0) void ask('sent');
  }

  const unsubscribe = store.subscribe(() => {
    if (!isKnown) askAgain();
  });
  return {
    askAgain,
    /** Keeps known what was sent, until the returned function is called. */
    watchSent(): () => void {
      lookers += 1;
      void ask('sent');
      return () => void (lookers -= 1);
    },
    stop(): void {
      isStopped = true;
      unsubscribe();
    },
  };
}
