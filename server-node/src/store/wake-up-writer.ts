import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { WakeUpKey } from '../wake-ups/wake-up.ts';
import type { Flavour } from './flavour.ts';
import { fromWakeUp } from './mapping.ts';
import type { Run } from './runner.ts';
import type { WakeUpQueries } from './wake-up-queries.ts';

/** In the order of their keys, so that two transactions never wait for one another. */
export function makeWakeUpWriter(run: Run, queries: WakeUpQueries, { asParameter }: Flavour): WakeUpWriter {
  return {
    schedule: async (wakeUps) => {
      if (wakeUps.length === 0) return;
      const rows = wakeUps.map(fromWakeUp).sort((one, other) => (one.key < other.key ? -1 : 1));
      await run(queries.schedule({ rows: JSON.stringify(rows) }));
    },
    unschedule: async (keys) => {
      if (keys.length > 0) await run(queries.unschedule({ keys: asParameter(keys.toSorted()) }));
    },
    finish: async (keys, holder) => {
      if (keys.length === 0) return [];
      const ended = await run(queries.finish({ keys: asParameter(keys.toSorted()), holder }));
      return ended.map(({ key }) => key as WakeUpKey);
    },
  };
}
