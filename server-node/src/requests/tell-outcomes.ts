import { namesOf } from '../callers/names-of.ts';
import { whomToTell, type TellDeps } from '../reminders/whom-to-tell.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { TodoReader } from '../todos/ports.ts';
import { holderOf, type Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import { todosAbout } from '../wake-ups/todos-about.ts';
import { aboutOfEach } from './about-of-each.ts';
import { outcomesMessage } from './request-messages.ts';
import { outcomeOf } from './request-wake-ups.ts';

export interface TellOutcomesDeps extends TellDeps {
  reader: Pick<TodoReader, 'findMany'>;
}

const byLastChange = (one: Todo, other: Todo): number => one.updatedAt - other.updatedAt;

/** Tells people what became of what they asked of others, as it is at that moment, in one message. */
export function makeTellOutcomes(deps: TellOutcomesDeps): WakeUpHandler {
  const { reader, accountOf, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const found = await todosAbout(reader, wakeUps);
      const names = await namesOf(accountOf, [...found.values()].map(holderOf));
      return {
        later,
        async handOver(writer, ones): Promise<ReplyDraft[]> {
          const drafts: ReplyDraft[] = [];
          for (const [personId, ids] of aboutOfEach(ones)) {
            const person = known.get(personId);
            const isTold = (todo: Todo) => todo.creatorId === personId && outcomeOf(todo) !== undefined;
            const todos = (await writer.findMany([...ids])).filter(isTold).sort(byLastChange);
            if (person === undefined || todos.length === 0) continue;
            const message = outcomesMessage(todos, { ...person, names, now: now() });
            drafts.push({ target: { kind: 'direct', userId: personId }, ...message });
          }
          return drafts;
        },
      };
    },
  };
}
