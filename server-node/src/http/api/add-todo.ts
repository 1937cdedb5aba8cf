import type { z } from 'zod';
import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { PostId } from '../../shared/ids.ts';
import { saidDraft } from '../../program/said/said-draft.ts';
import type { Draft, SourcePost } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { changeView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openList } from './open-list.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { requestKeyOf } from './request-key.ts';
import { readsDates, saidTime, saysTime } from './said-time.ts';
import { addTodoBody, listParams, noQuery } from './schemas.ts';

export const makeAddTodo = (deps: HttpDeps) =>
  endpoint({
    method: 'post',
    path: '/lists/{list}/todos',
    summary:
      'Adds a to-do, from a message when `sourcePostId` names one that the caller may read; or several in one change.',
    params: listParams,
    query: noQuery,
    body: addTodoBody,
    status: 201,
    answer: changeView,
    async handle({ caller, params, body }) {
      refuseWithProgram(deps);
      const { listId } = await openList(caller, ['add'], params.list);
      const source = await sourceOf(caller, body.sourcePostId);
      const [first, ...others] = await draftsOf(deps, caller, body);
      const change = await deps.acts.add(
        { actorId: caller.userId, listId, requestKey: requestKeyOf(caller, body.requestId) },
        [{ ...first, notes: body.notes ?? '', ...source }, ...others],
      );
      return { body: await changeViewFor(caller, change) };
    },
  });

type Body = z.output<typeof addTodoBody>;

/** Each text with the date that it says; what the body says is of the first. */
async function draftsOf(
  { clockOf, readDates }: HttpDeps,
  { userId }: Caller,
  body: Body,
): Promise<[Draft, ...Draft[]]> {
  const draftOf = async (text: string): Promise<Draft> =>
    readsDates(body) ? (await saidDraft(readDates, userId, text)).draft : { text };
  const first = await draftOf(body.text);
  const others = await Promise.all(body.more.map(draftOf));
  if (!saysTime(body)) return [first, ...others];
  // Nobody else has a to-do that is new.
  const { zone } = await clockOf(userId);
  return [{ ...first, ...saidTime(body, oneZone(zone)) }, ...others];
}

async function sourceOf(caller: Caller, postId: PostId | undefined): Promise<{ source?: SourcePost }> {
  if (postId === undefined) return {};
  const channelId = await caller.access.channelOfPost(postId);
  if (channelId === undefined) {
    throw new AppError('not_found', 'There is no such message, or you may not read it.');
  }
  return { source: { postId, channelId } };
}
