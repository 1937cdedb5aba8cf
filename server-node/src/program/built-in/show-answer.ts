import { namesOf } from '../../callers/names-of.ts';
import { seenChannels } from '../../reminders/readable-by.ts';
import { knownInTime } from '../../shared/known-in-time.ts';
import type { Choice } from '../../replies/choices.ts';
import { linkToPost } from '../../replies/link-to-post.ts';
import { channelList } from '../../todos/list.ts';
import { hasRights } from '../../todos/rights.ts';
import { refuseDeleted } from '../../todos/select-todos.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesFor } from '../answers/choices-after.ts';
import { answersTo } from '../answers/choices-of-requests.ts';
import type { Seen } from '../answers/when-chips.ts';
import { wholeTodo } from '../answers/whole-todo.ts';
import type { Command } from '../grammar/command.ts';
import type { Answer, RunRequest } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import type { RequestsDeps } from './requests-answer.ts';
import type { RunDeps } from './run-deps.ts';

type Deps = Pick<RunDeps, 'acts'> & Pick<RequestsDeps, 'colleagues' | 'recipients'>;

interface Asked {
  texts: Texts;
  request: Pick<RunRequest, 'actorId' | 'listId' | 'surface'>;
  seen: Seen;
}

/** One to-do of the list, whole. @throws {AppError} todo_not_found */
export async function showAnswer(
  deps: Deps,
  { texts, request, seen }: Asked,
  { which }: Extract<Command, { verb: 'show' }>,
): Promise<Answer> {
  const todos = await deps.acts.select(request.listId, which);
  refuseDeleted(todos);
  const [todo] = todos;
  if (todo === undefined) throw new Error('The store gave none of the to-dos that were asked for.');
  const people = [todo.creatorId, todo.assigneeId ?? []].flat();
  const [names, link] = await Promise.all([
    namesOf(deps.colleagues.accountOf, people),
    knownInTime(linkFor(deps.recipients, request, todo)),
  ]);
  const offered = choicesBelow(texts, todo);
  return { ...told(wholeTodo(texts, todo, { ...seen, names, link })), choices: { offered } };
}

function choicesBelow(texts: Texts, todo: Todo): readonly Choice[] {
  if (todo.state === 'waiting') return answersTo(texts, todo, []);
  const { labels } = texts.press;
  const edit: Choice = { label: labels.edit, act: { kind: 'edit_form', todoId: todo.id } };
  return hasRights('owner', ['edit'], todo.state) ? [...choicesFor(labels, todo), edit] : [];
}

/** To the message that it was made from, where all who read the answer may read that. */
async function linkFor(
  recipients: Deps['recipients'],
  { actorId, listId, surface }: Asked['request'],
  todo: Todo,
): Promise<string | undefined> {
  const { source } = todo;
  const siteUrl = source === null ? undefined : await recipients.siteUrl();
  if (source === null || siteUrl === undefined) return undefined;
  const link = linkToPost(siteUrl, source.postId);
  if (listId === channelList(source.channelId)) return link;
  if (surface === 'channel') return undefined;
  const channels = await seenChannels(recipients, [{ personId: actorId, todo }]);
  return channels.showsSource(actorId, todo) ? link : undefined;
}
