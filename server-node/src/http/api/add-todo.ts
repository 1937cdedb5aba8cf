import type { z } from 'zod';
import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { PostId } from '../../shared/ids.ts';
import type { SourcePost } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { changeView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openList } from './open-list.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { requestKeyOf } from './request-key.ts';
import { saidTime } from './said-time.ts';
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
      const change = await deps.acts.add(
        { actorId: caller.userId, listId, requestKey: requestKeyOf(caller, body.requestId) },
        [
          { text: body.text, notes: body.notes ?? '', ...source, ...(await timeOf(deps, caller, body)) },
          ...body.more.map((text) => ({ text })),
        ],
      );
      return { body: await changeViewFor(caller, change) };
    },
  });

/** Nobody else has a to-do that is new. */
async function timeOf({ clockOf }: HttpDeps, { userId }: Caller, body: z.output<typeof addTodoBody>) {
  const { due, repeat, reminders } = body;
  if ((due ?? null) === null && (repeat ?? null) === null && reminders === undefined) return {};
  const { zone } = await clockOf(userId);
  return saidTime(body, { own: zone, of: () => zone });
}

async function sourceOf(caller: Caller, postId: PostId | undefined): Promise<{ source?: SourcePost }> {
  if (postId === undefined) return {};
  const channelId = await caller.access.channelOfPost(postId);
  if (channelId === undefined) {
    throw new AppError('not_found', 'There is no such message, or you may not read it.');
  }
  return { source: { postId, channelId } };
}
