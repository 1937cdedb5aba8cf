import type { TodoReader, TodoStore } from '../todos/ports.ts';
import type { Metrics } from './metrics.ts';

/** Times what is asked of the store; reads within a transaction are part of its time. */
export function timeStore(todos: TodoStore, metrics: Metrics): TodoStore {
  const read = timed(metrics, 'read');
  return {
    ...todos,
    ...({
      list: read(todos.list),
      page: read(todos.page),
      find: read(todos.find),
      findMany: read(todos.findMany),
      findByNumbers: read(todos.findByNumbers),
      findByWords: read(todos.findByWords),
      due: read(todos.due),
      requests: read(todos.requests),
      askers: read(todos.askers),
      sent: read(todos.sent),
      mine: read(todos.mine),
      wentAway: read(todos.wentAway),
      madeOf: read(todos.madeOf),
      dueElsewhere: read(todos.dueElsewhere),
      peopleWithDue: read(todos.peopleWithDue),
      completers: read(todos.completers),
      bumpedAt: read(todos.bumpedAt),
      history: read(todos.history),
      change: read(todos.change),
      lastUndoable: read(todos.lastUndoable),
      isUndone: read(todos.isUndone),
    } satisfies TodoReader),
    ledTo: read(todos.ledTo),
    transaction: (work) => timed(metrics, 'write')(() => todos.transaction(work))(),
  };
}

const timed =
  (metrics: Metrics, kind: 'read' | 'write') =>
  <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    const startedAt = performance.now();
    const tell = (outcome: 'ok' | 'failed') =>
      metrics.store({ kind, outcome }, performance.now() - startedAt);
    try {
      const result = await ask(...args);
      tell('ok');
      return result;
    } catch (error) {
      tell('failed');
      throw error;
    }
  };
