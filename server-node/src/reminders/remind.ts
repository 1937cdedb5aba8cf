import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import { todosAbout } from '../wake-ups/todos-about.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { mayBeTold, seenChannels } from './readable-by.ts';
import { reminderMessage } from './reminder-message.ts';
import { wakeUpsOf } from './wake-ups-of.ts';
import { shownTo, whomToTell, type Facts, type TellDeps } from './whom-to-tell.ts';

export interface RemindDeps extends TellDeps {
  reader: Pick<TodoReader, 'findMany'>;
}

/** Reminds people of to-dos: all that is due for one at once, oldest first, in one message. */
export function makeRemind(deps: RemindDeps): WakeUpHandler {
  const { reader, recipients, now } = deps;
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const { known, later } = await whomToTell(deps, wakeUps);
      const due = wakeUps.filter(({ key }) => !later.has(key));
      const todos = await todosAbout(reader, due);
      const told = due.flatMap(({ personId, about }) => {
        const todo = todos.get(about);
        return todo === undefined ? [] : [{ personId, todo }];
      });
      const channels = await seenChannels(recipients, told);
      return { later, handOver: (writer, ones) => draftsOf(writer, ones, { known, channels, now: now() }) };
    },
  };
}

async function draftsOf(
  writer: TodoWriter,
  wakeUps: readonly TakenWakeUp[],
  { known, channels, now }: Facts,
): Promise<ReplyDraft[]> {
  const todos = await todosAbout(writer, wakeUps);
  const messages = new Map<UserId, Todo[]>();
  for (const wakeUp of wakeUps) {
    const todo = todos.get(wakeUp.about);
    const person = known.get(wakeUp.personId);
    if (todo === undefined || person === undefined || !isWanted(wakeUp, todo)) continue;
    if (!mayBeTold(person, todo, channels)) continue;
    const said = messages.get(wakeUp.personId) ?? [];
    messages.set(wakeUp.personId, said);
    if (!said.includes(todo)) said.push(todo);
  }
  return [...messages].flatMap(([personId, said]): ReplyDraft[] => {
    const person = known.get(personId);
    if (person === undefined) return [];
    const message = reminderMessage(said, shownTo(person, { channels, now }));
    return [{ target: { kind: 'direct', userId: personId }, ...message }];
  });
}

/** A process one version before changes to-dos without a thought of their wake-ups. */
const isWanted = ({ key, at, personId }: TakenWakeUp, todo: Todo): boolean =>
  wakeUpsOf(todo).some((one) => one.key === key && one.at === at && one.personId === personId);
