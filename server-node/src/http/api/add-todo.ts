import type { z } from 'zod';
import { zonesFor } from '../../callers/person-clock.ts';
import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { draftOf, saidDrafts } from '../../program/said/said-draft.ts';
import { saidTodo } from '../../program/said/said-todo.ts';
import type { ActRequest } from '../../todos/acts.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import type { Change } from '../../todos/ports.ts';
import type { Draft, SourcePost } from '../../todos/todo.ts';
import type { Zones } from '../../todos/when.ts';
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
      'Adds a to-do, from a message when `sourcePostId` names one that the caller may read; or several in one change. With `assigneeId` it is sent to that person, or assigned in a list of several people.',
    params: listParams,
    query: noQuery,
    body: addTodoBody,
    status: 201,
    answer: changeView,
    async handle({ caller, params, body }) {
      refuseWithProgram(deps);
      const { listId } = await openList(caller, ['add'], params.list);
      const source = await sourceOf(caller, body.sourcePostId);
      const [first, ...others] = await draftsOf(deps, { actorId: caller.userId, listId }, body);
      const request = { actorId: caller.userId, listId, requestKey: requestKeyOf(caller, body.requestId) };
      const drafts = [{ ...first, notes: body.notes ?? '', ...source }, ...others];
      return { body: await changeViewFor(caller, await addOrSend(deps, request, drafts, body)) };
    },
  });

type Body = z.output<typeof addTodoBody>;

async function addOrSend(
  { acts, colleagues }: HttpDeps,
  request: ActRequest,
  drafts: readonly Draft[],
  { assigneeId }: Body,
): Promise<Change> {
  if (assigneeId === undefined) return acts.add(request, drafts);
  if (listOwner(request.listId).kind === 'person') {
    await colleagues.checkReceiver(request.actorId, assigneeId);
    return acts.send(request, drafts, [assigneeId]);
  }
  await colleagues.checkAssignee(request.listId, assigneeId);
  return acts.add(
    request,
    drafts.map((draft) => ({ ...draft, assigneeId })),
  );
}

/** Each text with what it says; what the body says is of the first. */
async function draftsOf(
  deps: HttpDeps,
  place: { actorId: UserId; listId: ListId },
  body: Body,
): Promise<[Draft, ...Draft[]]> {
  const drafts = readsDates(body)
    ? await readDrafts(deps, place, body)
    : [body.text, ...body.more].map((text) => ({ text }));
  const [first, ...others] = drafts as [Draft, ...Draft[]];
  const { actorId: userId } = place;
  const isTimed = saysTime(body) || [first, ...others].some(({ when }) => when !== undefined);
  if (!isTimed) return [first, ...others];
  const holder = { creatorId: userId, assigneeId: body.assigneeId ?? first.assigneeId ?? null };
  const zones = await zonesFor(deps.clockOf, userId, [holder]);
  const said = saysTime(body) ? saidTime(body, zones) : {};
  return [{ ...seenBy(zones, first), ...said }, ...others.map((draft) => seenBy(zones, draft))];
}

/** The dates of all texts; one text alone may name who is to do it, beside its date as well. */
async function readDrafts(
  deps: HttpDeps,
  place: { actorId: UserId; listId: ListId },
  { text, more, assigneeId }: Body,
): Promise<Draft[]> {
  if (more.length > 0 || assigneeId !== undefined)
    return saidDrafts(deps.readDates, place.actorId, [text, ...more]);
  const { read, assignee } = await saidTodo(deps, place, text);
  return [{ ...draftOf(read), ...(assignee && { assigneeId: assignee.userId }) }];
}

/** A date that was read out of a text by the clock of whoever wrote it, for whoever will have the to-do. */
const seenBy = (zones: Zones, draft: Draft): Draft =>
  draft.when === undefined ? draft : { ...draft, when: { ...draft.when, zones } };

async function sourceOf(caller: Caller, postId: PostId | undefined): Promise<{ source?: SourcePost }> {
  if (postId === undefined) return {};
  const channelId = await caller.access.channelOfPost(postId);
  if (channelId === undefined) {
    throw new AppError('not_found', 'There is no such message, or you may not read it.');
  }
  return { source: { postId, channelId } };
}
