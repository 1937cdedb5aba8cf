import type { HostStore } from '../host/host-state.ts';
import type { ModelAction } from '../model/actions.ts';
import type { ModelState } from '../model/state.ts';
import type { Api } from '../api/api.ts';

/** Several changes in a row are one question. */
const GATHER_MS = 300;
/** Timers stand still while a computer sleeps: so often it is looked whether the day is over. */
const LOOK_AGAIN_MS = 60_000;

type Todos = ModelState['todos'];

interface FollowDueDeps {
  api: Pick<Api, 'getDueView'>;
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
  now: () => number;
}

/**
 * Keeps known how much is overdue and due today, in all lists, and where the person's days end. It asks anew after each
 * change of a date that the browser hears of, and when the day is over; what becomes overdue within the day is no change
 * of the sum.
 *
 * @returns how to ask anew, and how to stop it
 */
export function followDue(store: HostStore, { api, read, dispatch, now }: FollowDueDeps) {
  let seen: Todos | null = null;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  let isStopped = false;

  async function ask(): Promise<void> {
    gathering = undefined;
    seen = read().todos;
    isStale = false;
    try {
      const { zone, todayEndsAt, overdueCount, todayCount } = await api.getDueView('today');
      const due = { zone, todayEndsAt, count: overdueCount + todayCount };
      if (!isStopped) dispatch({ type: 'todo-node/due', due });
    } catch {
      // What is known stays until it is asked again.
      isStale = true;
    }
  }

  function look(isOver = false): void {
    const { me, todos } = read();
    if (isStopped || me?.readsDates !== true || gathering !== undefined) return;
    if (!isOver && !touchesDates(seen, todos)) return void (seen = todos);
    gathering = setTimeout(() => void ask(), GATHER_MS);
  }

  const unsubscribe = store.subscribe(() => look());
  const timer = setInterval(() => {
    const { due } = read();
    look(isStale || (due !== null && due.todayEndsAt <= now()));
  }, LOOK_AGAIN_MS);
  return {
    ask: () => look(true),
    stop(): void {
      isStopped = true;
      unsubscribe();
      clearTimeout(gathering);
      clearInterval(timer);
    },
  };
}

/** Of what was not known before, the date may just have been taken away. */
function touchesDates(before: Todos | null, now: Todos): boolean {
  if (before === null || before === now) return before === null;
  const hadNone = (id: string) => before[id]?.dueAt === null;
  const hasNone = (id: string) => (now[id]?.dueAt ?? null) === null;
  return Object.keys({ ...before, ...now }).some(
    (id) => before[id] !== now[id] && !(hadNone(id) && hasNone(id)),
  );
}
