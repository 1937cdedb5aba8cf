import type { Colleagues } from './callers/colleagues.ts';
import type { PersonClockOf } from './callers/person-clock.ts';
import type { ManageSettings } from './person-settings/manage-settings.ts';
import type { Push } from './host.ts';
import type { PostList } from './living-posts/post-list.ts';
import { makeBuiltInProgram, type BuiltInDeps } from './program/built-in/make-built-in-program.ts';
import { makeExternalProgram } from './program/external/make-external-program.ts';
import type { ProgramSettings } from './program/external/settings.ts';
import { makeDeliveries } from './program/make-deliveries.ts';
import type { ProgramLists, RunRequest, TodoProgram } from './program/ports.ts';
import type { Clock } from './shared/time.ts';
import type { Acts } from './todos/acts.ts';
import type { ListId } from './todos/list.ts';
import type { TodoStore } from './todos/ports.ts';

export interface OpenProgramDeps {
  settings: ProgramSettings | null;
  acts: Acts;
  store: TodoStore;
  now: Clock;
  clockOf: PersonClockOf;
  colleagues: Colleagues;
  personSettings: ManageSettings;
  recipients: BuiltInDeps['recipients'];
  push: Pick<Push, 'programRan'>;
  /** For the built-in program: others keep lists of which nobody hears that they changed. */
  postList?: PostList;
  /** An external program waits for it: two of them at once in one folder lose to-dos. */
  mayRun?: Promise<unknown>;
}

const NOW = Promise.resolve();

/** The one program of this installation; `lists` where it is an external one, which keeps its own. */
export function openProgram(deps: OpenProgramDeps): {
  program: TodoProgram;
  lists: ProgramLists | null;
} {
  const { settings, store, now, personSettings, push, mayRun = NOW } = deps;
  const deliveries = makeDeliveries(store, now);
  if (settings === null) {
    const program = makeBuiltInProgram({ ...deps, deliveries, settings: personSettings });
    return { program, lists: null };
  }
  const external = waitingFor(mayRun, makeExternalProgram({ settings, deliveries, now }));
  return { program: tellingBrowsers(external, push), lists: external };
}

function waitingFor(mayRun: Promise<unknown>, { name, list, run }: ReturnType<typeof makeExternalProgram>) {
  return {
    name,
    list: (listId: ListId) => mayRun.then(() => list(listId)),
    run: (request: RunRequest) => mayRun.then(() => run(request)),
  };
}

/** What an external program changes is in no change feed. */
function tellingBrowsers(program: TodoProgram, push: Pick<Push, 'programRan'>): TodoProgram {
  return {
    async run(request) {
      const answer = await program.run(request);
      push.programRan(request.listId);
      return answer;
    },
  };
}
