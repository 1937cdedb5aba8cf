import { isPerson, type AccountOf } from '../callers/account.ts';
import type { PostingRightOf } from '../living-posts/ports.ts';
import { rowOf } from '../program/answers/rows.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { eachOf } from '../reminders/each-of.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import { channelList } from '../todos/list.ts';
import type { TodoReader, TodoWriter } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import { todosAbout } from '../wake-ups/todos-about.ts';
import type { WakeUpKey } from '../wake-ups/wake-up.ts';
import { canBeTold } from './thread-wake-up.ts';

export interface TellThreadsDeps {
  reader: Pick<TodoReader, 'findMany'>;
  accountOf: AccountOf;
  postingRightOf: PostingRightOf;
  /** `null` until Mattermost was reached once. */
  bot: () => { userId: string } | null;
  languages: Pick<Languages, 'ofAll'>;
}

/** A claim of this moment is never forgotten. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/**
 * Tells the thread of a message, once, that what was made of it is done, where the bot and whoever did it may post at
 * that moment.
 */
export function makeTellThreads(deps: TellThreadsDeps): WakeUpHandler {
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const texts = textsIn(await deps.languages.ofAll());
      const names = new Map<WakeUpKey, string>();
      const todos = await todosAbout(deps.reader, wakeUps);
      await eachOf([...wakeUps], async ({ key, personId, about }) => {
        const todo = todos.get(about);
        if (todo === undefined || !canBeTold(todo)) return;
        const account = await deps.accountOf(personId);
        if (isPerson(account) && (await mayTell(deps, personId, todo))) names.set(key, account.username);
      });
      return {
        later: new Map(),
        async handOver(writer, ones) {
          const current = await todosAbout(writer, ones);
          const drafts: ReplyDraft[] = [];
          for (const { key, about } of ones) {
            const [todo, name] = [current.get(about), names.get(key)];
            if (todo === undefined || name === undefined || !canBeTold(todo)) continue;
            if (!(await isFirst(writer, todo))) continue;
            drafts.push(...toldOf(todo, (row) => texts.toldThread.done(`@${name}`, row)));
          }
          return drafts;
        },
      };
    },
  };
}

async function mayTell(
  { postingRightOf, bot }: TellThreadsDeps,
  personId: UserId,
  { source }: Todo,
): Promise<boolean> {
  const botId = bot()?.userId as UserId | undefined;
  if (source === null || botId === undefined) return false;
  for (const id of [personId, botId]) {
    if ((await postingRightOf(id, source.channelId)) !== 'may') return false;
  }
  return true;
}

const isFirst = async (writer: Pick<TodoWriter, 'claim'>, { id }: Todo): Promise<boolean> =>
  (await writer.claim(`told-thread:${id}`, null, FOR_EVER)) === undefined;

/** What stands in a list that others do not read is not said. */
function toldOf({ source, listId, ...todo }: Todo, say: (row: string | null) => string): ReplyDraft[] {
  if (source === null) return [];
  const { channelId, postId: triggerPostId } = source;
  const isOfChannel = listId === channelList(channelId);
  return [
    { target: { kind: 'thread', channelId, triggerPostId }, text: say(isOfChannel ? rowOf(todo) : null) },
  ];
}
