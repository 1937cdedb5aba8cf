import { settingsFrom } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { UserId } from '../shared/ids.ts';
import { SECOND_MS, type EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import type { Todo } from '../todos/todo.ts';
import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';

/** Whoever ticks by mistake has so long to undo it before the thread is told. */
export const TELL_AFTER_MS = 10 * SECOND_MS;

/** One that repeats is never done with. */
export const canBeTold = ({ state, source, repeat }: Pick<Todo, 'state' | 'source' | 'repeat'>): boolean =>
  state === 'done' && source !== null && repeat === null;

/**
 * Has the threads told of what this person has done that was made of a message, where the person wants it; in the
 * transaction of the change.
 */
export async function scheduleTelling(
  { people, wakeUps }: { people: PersonSettingsReader; wakeUps: WakeUpWriter },
  steps: readonly Step[],
  { actorId, at }: { actorId: UserId; at: EpochMs },
): Promise<void> {
  const done = steps.filter(
    ({ before, after }) => before?.state !== 'done' && before?.repeat === null && canBeTold(after),
  );
  if (done.length === 0) return;
  const stored = (await people.settingsOf([actorId])).get(actorId);
  if (settingsFrom(stored?.document).tellThread === 'off') return;
  await wakeUps.schedule(
    done.map(({ after: { id } }): WakeUp => ({
      ...{ key: `thread:${id}` as WakeUpKey, at: at + TELL_AFTER_MS, kind: 'thread' },
      ...{ personId: actorId, about: id },
    })),
  );
}
