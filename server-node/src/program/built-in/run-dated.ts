import { zonesFor } from '../../callers/person-clock.ts';
import type { Selection } from '../../todos/acts.ts';
import { inTheMorning, type NewReminder, type Zones } from '../../todos/when.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { minutesBefore } from '../said/minutes-before.ts';
import { wrongDate } from '../said/read-text.ts';
import type { SaidWhen } from '../said/said-when.ts';
import type { RunDeps } from './run-deps.ts';
import { ranWith, type Ran, type Said, type SaidRequest } from './said-request.ts';

type Dated = Extract<ChangingCommand, { verb: 'due' | 'snooze' | 'remind' }>;

/** @throws {AppError} invalid_input for words that are no date */
export async function runDated(
  deps: RunDeps,
  request: SaidRequest,
  which: Selection,
  command: Dated,
  base: Said,
): Promise<Ran> {
  const { acts } = deps;
  const minutes = command.verb === 'remind' ? minutesBefore(command.when) : undefined;
  if (minutes !== undefined) {
    const reminder = { minutesBefore: minutes };
    return ranWith(request, base, (asked) => acts.remind(asked, which, reminder));
  }
  const said = await deps.readWords(request.actorId, command.when);
  const zones = await zonesOf(deps, request, which);
  return ranWith(request, { ...base, others: said.others }, (asked) => {
    switch (command.verb) {
      case 'due':
        return acts.edit(asked, which, { when: { ...(said.schedule ?? { due: null }), zones } });
      case 'snooze':
        return acts.snooze(asked, which, { due: dateIn(said, command), zones });
      case 'remind':
        return acts.remind(asked, which, reminderIn(said, command, zones));
    }
  });
}

/** A date and no rule. */
function dateIn({ schedule }: SaidWhen, { when }: Dated): string {
  if (schedule === null || (schedule.repeat ?? null) !== null) {
    throw wrongDate({ wrong: 'no_date', words: when });
  }
  return schedule.due;
}

function reminderIn(said: SaidWhen, command: Dated, zones: Zones): NewReminder | null {
  if (said.schedule === null) return null;
  return { at: inTheMorning(dateIn(said, command)), zones };
}

/** The clocks of those who have these to-dos. */
export async function zonesOf(
  { acts, clockOf }: RunDeps,
  { actorId, listId }: SaidRequest,
  which: Selection,
): Promise<Zones> {
  return zonesFor(clockOf, actorId, await acts.select(listId, which));
}
