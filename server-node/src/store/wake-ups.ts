import type { WakeUps } from '../wake-ups/ports.ts';
import type { Flavour } from './flavour.ts';
import { toTakenWakeUp } from './mapping.ts';
import type { Run } from './runner.ts';
import type { WakeUpQueries } from './wake-up-queries.ts';

export function makeWakeUps(run: Run, queries: WakeUpQueries, { asParameter }: Flavour): WakeUps {
  return {
    take: async (now, limit, holder) =>
      (await run(queries.take({ now, limit, holder })))
        .toSorted((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
        .map(toTakenWakeUp),
    nextAt: async () => (await run(queries.nextAt({})))[0]?.due_at ?? null,
    putOff: async (keys, dueAt, holder) => {
      if (keys.length > 0) await run(queries.putOff({ keys: asParameter(keys), dueAt, holder }));
    },
    giveBack: async (holder) => void (await run(queries.giveBack({ holder }))),
    renew: async (holder) => void (await run(queries.renew({ holder }))),
    held: async () =>
      (await run(queries.held({}))).map(({ taken_by: holder, mark }) => ({
        holder: holder ?? '',
        mark: Number(mark),
      })),
    free: async (held) => void (await run(queries.free(held))),
    recall: async (farthest) => void (await run(queries.recall({ farthest }))),
    waiting: async () => Number((await run(queries.waiting({})))[0]?.waiting ?? 0),
  };
}
