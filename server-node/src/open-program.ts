import type { Push } from './host.ts';
import { makeBuiltInProgram } from './program/built-in/make-built-in-program.ts';
import { makeExternalProgram } from './program/external/make-external-program.ts';
import type { ProgramSettings } from './program/external/settings.ts';
import { makeDeliveries } from './program/make-deliveries.ts';
import type { ProgramLists, TodoProgram } from './program/ports.ts';
import type { Clock } from './shared/time.ts';
import type { Acts } from './todos/acts.ts';
import type { TodoStore } from './todos/ports.ts';

export interface OpenProgramDeps {
  settings: ProgramSettings | null;
  acts: Acts;
  store: TodoStore;
  now: Clock;
  push: Pick<Push, 'programRan'>;
}

/** The one program of this installation; `lists` where it is an external one, which keeps its own. */
export function openProgram({ settings, acts, store, now, push }: OpenProgramDeps): {
  program: TodoProgram;
  lists: ProgramLists | null;
} {
  const deliveries = makeDeliveries(store, now);
  if (settings === null) return { program: makeBuiltInProgram({ acts, deliveries }), lists: null };
  const external = makeExternalProgram({ settings, deliveries, now });
  return { program: tellingBrowsers(external, push), lists: external };
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
