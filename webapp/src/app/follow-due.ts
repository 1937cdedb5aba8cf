import type { DueView } from '@todo-node/server/contract/api';
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
 * While somebody looks at a view, it asks for all that has a date instead.
 */
export function followDue(store: HostStore, { api, read, dispatch, now }: FollowDueDeps) {
  let seen: Todos | null = null;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  let wasCut = false;
  let isTakingIn = false;
  let lookers = 0;
  let isStopped = false;

  async function ask(): Promise<void> {
    gathering = undefined;
    const known = read().todos;
    seen = known;
    isStale = false;
    try {
      const isLookedAt = lookers > 0;
      const view = await api.getDueView(isLookedAt ? 'agenda' : 'today');
      if (isStopped) return;
      const { zone, todayEndsAt, overdueCount, todayCount } = view;
      dispatch({ type: 'todo-node/due', due: { zone, todayEndsAt, count: overdueCount + todayCount } });
      if (isLookedAt) takeIn(known, view);
    } catch {
      // What is known stays until it is asked again.
      isStale = true;
    }
  }

  /** What the answer itself brings is no reason to ask again; what was heard meanwhile is. */
  function takeIn(known: Todos, view: DueView): void {
    const isQuiet = seen === read().todos;
    isTakingIn = true;
    dispatch({ type: 'todo-node/answer', question: 'agenda', known, view });
    isTakingIn = false;
    if (isQuiet) seen = read().todos;
  }

  function look(isOver = false): void {
    const { me, todos } = read();
    if (isStopped || isTakingIn || me?.readsDates !== true || gathering !== undefined) return;
    if (!isOver && !touchesDates(seen, todos)) return void (seen = todos);
    gathering = setTimeout(() => void ask(), GATHER_MS);
  }

  /** What was not answered while nothing got through is asked for once something does. */
  const unsubscribe = store.subscribe(() => {
    const isCut = read().fault !== null;
    const isBack = wasCut && !isCut;
    wasCut = isCut;
    look(isBack && isStale);
  });
  const timer = setInterval(() => {
    const { due } = read();
    look(isStale || (due !== null && due.todayEndsAt <= now()));
  }, LOOK_AGAIN_MS);
  return {
    /** Asks anew. */
    ask: () => look(true),
    /** Keeps all that has a date known until the returned function is called. */
    watch(): () => void {
      lookers += 1;
      look(true);
      let isLeft = false;
      return () => {
        if (!isLeft) lookers -= 1;
        isLeft = true;
      };
    },
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
