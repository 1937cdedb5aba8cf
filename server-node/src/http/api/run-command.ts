import type { z } from 'zod';
import { checkListAccess, refusesChanges } from '../../callers/list-access.ts';
import type { Caller } from '../../callers/ports.ts';
import { placeOf, shownIn, type Place } from '../../commands/place-of.ts';
import type { CommandView } from '../../contract/api.ts';
import type { ListRef } from '../../contract/todo-view.ts';
import type { RunRequest } from '../../program/ports.ts';
import { rightsOfLine } from '../../program/rights-of-line.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { commandView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openList } from './open-list.ts';
import { requestKeyOf } from './request-key.ts';
import { commandBody, listParams, noQuery } from './schemas.ts';

type Body = z.output<typeof commandBody>;

export const makeRunCommand = ({ program, languages }: HttpDeps) =>
  endpoint({
    method: 'post',
    path: '/lists/{list}/commands',
    summary: 'Runs the `todo` program on a list, with a typed line or with a verb and its parts.',
    params: listParams,
    query: noQuery,
    body: commandBody,
    status: 200,
    answer: commandView,
    async handle({ caller, params, body }) {
      const place = placeIn(caller, params.list, body);
      const input = inputOf(body, place);
      const rights = rightsOfLine(input);
      const { listId, readOnly } = await (place === undefined
        ? openList(caller, rights, params.list)
        : checkListAccess(caller, rights, place.listId));
      const locale = await languages.of(caller);
      const { ok, text, change } = await program.run({
        input,
        actorId: caller.userId,
        surface: place === undefined ? 'api' : 'slash',
        listId,
        hereListId: place?.hereListId,
        refuses: readOnly === undefined ? undefined : refusesChanges(readOnly),
        requestKey: requestKeyOf(caller, body.requestId),
        locale,
        lead: place?.lead,
      });
      const answer = place === undefined ? text : shownIn(place, locale, text);
      const view = change === null ? null : await changeViewFor(caller, change);
      return { body: { ok, answer, change: view } satisfies CommandView };
    },
  });

/** Where a line works that was typed after `/todo` in a channel, whose own list it may name. */
function placeIn({ userId }: Caller, list: ListRef, { line, channelId }: Body): Place | undefined {
  if (list !== 'me' || line === undefined || channelId === undefined) return undefined;
  return placeOf({ userId, line, channelId });
}

function inputOf({ line, verb, text, refs }: Body, place: Place | undefined): RunRequest['input'] {
  if (verb === undefined) return { line: place?.line ?? line ?? '' };
  return { verb, ...(text === undefined ? {} : { text }), ...(refs === undefined ? {} : { refs }) };
}
