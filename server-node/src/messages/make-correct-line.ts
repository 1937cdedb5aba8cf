import type { ChannelStateFor } from '../callers/channel-state-for.ts';
import type { Answer, Deliveries, ProgramLists, RunRequest, TodoProgram } from '../program/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { throughOutages } from '../program/through-outages.ts';
import type { Outbox } from '../replies/ports.ts';
import { replyIdOf } from '../replies/reply-id.ts';
import type { ReplyDraft, ReplyTarget } from '../replies/reply.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import { confirmation, inThread } from './confirmation.ts';
import { cutAddress } from './cut-address.ts';
import type { CorrectLine, EditedLine } from './edited-line.ts';
import { explainMessage, giveUp } from './give-up.ts';
import { isPlainAdd, lineOfMention } from './line-of.ts';
import { keyOfMessage } from './make-answer-message.ts';
import { keyOfMention } from './mention.ts';

export interface CorrectLineDeps {
  store: Pick<TodoStore, 'ledTo' | 'change' | 'find' | 'history'>;
  outbox: Pick<Outbox, 'find'>;
  program: TodoProgram;
  programLists: ProgramLists | null;
  deliveries: Pick<Deliveries, 'claim' | 'reply'>;
  languages: Pick<Languages, 'ofPerson' | 'ofAll'>;
  channelStateFor: ChannelStateFor;
  botName: () => string | undefined;
  triggerWords: readonly string[];
  now: Clock;
  logger: Logger;
}

/** Where a line was written, and what it added. */
interface Said {
  requestKey: string;
  listId: ListId;
  isDirect: boolean;
  todo: Todo;
}

/**
 * Gives a to-do the new words of the line that added it, as long as nobody but its writer changed it since. No other
 * command is carried out anew: some roles may edit the messages of others, and nothing is to be done in their name.
 */
export function makeCorrectLine(deps: CorrectLineDeps): CorrectLine {
  return async (line) => {
    if (deps.programLists !== null) return;
    try {
      const said = await whatItAdded(deps, line);
      if (said !== undefined) await correct(deps, line, said);
    } catch (error) {
      deps.logger.error({ err: error, postId: line.postId }, 'An edited message was not looked at.');
    }
  };
}

async function whatItAdded(deps: CorrectLineDeps, line: EditedLine): Promise<Said | undefined> {
  const { userId, channelId, postId } = line;
  const places = [
    { requestKey: keyOfMessage(postId), listId: personList(userId), isDirect: true },
    { requestKey: keyOfMention(line, deps.triggerWords), listId: channelList(channelId), isDirect: false },
  ];
  for (const place of places) {
    const todo = await added(deps, line, place);
    if (todo !== undefined) return { ...place, todo };
  }
  return undefined;
}

/** @returns undefined for what added no single to-do, and for one that was changed by others or in other ways since */
async function added(
  { store }: CorrectLineDeps,
  { userId }: EditedLine,
  { requestKey, listId }: Pick<Said, 'requestKey' | 'listId'>,
): Promise<Todo | undefined> {
  const changeId = (await store.ledTo(requestKey)) ?? null;
  const [first, ...more] = changeId === null ? [] : await store.change(changeId);
  if (first?.act !== 'add' || more.length > 0) return undefined;
  const since = (await store.history(first.todoId, MOST_LINES)).filter((one) => one.changeId !== changeId);
  const isOwnEdit = since.every(({ act, actorId }) => act === 'edit' && actorId === userId);
  const todo = isOwnEdit && since.length < MOST_LINES ? await store.find(first.todoId) : undefined;
  return todo?.listId === listId && todo.state === 'open' ? todo : undefined;
}

/** Nobody edits a message so often within a minute. */
const MOST_LINES = 50;

async function correct(deps: CorrectLineDeps, line: EditedLine, said: Said): Promise<void> {
  const { userId, channelId, postId, editedAt, text } = line;
  const { isDirect, todo, listId } = said;
  const botName = deps.botName() ?? 'todo';
  const words = isDirect ? cutAddress(text, deps.triggerWords, botName) : lineOfMention(text, botName);
  if (words === undefined || words.trim() === '' || !isPlainAdd(words)) return;
  if (!isDirect && (await deps.channelStateFor(userId, channelId)) !== 'open') return;
  const locale = await (isDirect ? deps.languages.ofPerson(userId) : deps.languages.ofAll());
  const lead = isDirect ? '' : `@${botName} `;
  const earlier = await deps.outbox.find(replyIdOf(said.requestKey));
  const requestKey = `edit:${postId}:${editedAt}`;
  const request: RunRequest = {
    ...{ input: { line: words }, actorId: userId, listId, requestKey, locale, lead, corrects: todo },
    surface: isDirect ? 'message' : 'channel',
    replies: (answer) => follow(line, said, earlier, answer),
  };
  try {
    await throughOutages(deps, () => deps.program.run(request));
  } catch (error) {
    const why = explainMessage(deps, textsIn(locale, lead), postId, error);
    const drafts = [{ target: targetOf(line, said), text: why }];
    await giveUp(deps, { postId, key: requestKey, drafts });
  }
}

/** What was said before is said anew, where it was said in words; a mark stays as it is. */
function follow(
  line: EditedLine,
  said: Said,
  earlier: Awaited<ReturnType<Outbox['find']>>,
  answer: Answer,
): ReplyDraft[] {
  const { ok, change, text, choices } = answer;
  if (ok && (change === null || change.unchanged.length === change.todos.length)) return [];
  const more = said.isDirect ? { choices } : {};
  if (ok && earlier !== undefined && earlier.postId !== null)
    return [{ target: { kind: 'edit', postId: earlier.postId }, text, ...more }];
  if (said.isDirect) return [{ target: earlier?.target ?? targetOf(line, said), text, ...more }];
  const draft = confirmation(placeOf(line), answer);
  return draft.target.kind === 'reaction' ? [] : [draft];
}

const placeOf = ({ channelId, postId: triggerPostId }: EditedLine) => ({ channelId, triggerPostId });

const targetOf = (line: EditedLine, { isDirect }: Said): ReplyTarget =>
  isDirect ? { kind: 'direct', userId: line.userId } : inThread(placeOf(line));
