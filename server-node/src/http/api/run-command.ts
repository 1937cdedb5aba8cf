import type { z } from 'zod';
import { refusesChanges } from '../../callers/list-access.ts';
import type { CommandView } from '../../contract/api.ts';
import type { RunRequest } from '../../program/ports.ts';
import { rightsOfLine } from '../../program/rights-of-line.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { commandView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openList } from './open-list.ts';
import { requestKeyOf } from './request-key.ts';
import { commandBody, listParams, noQuery } from './schemas.ts';

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
      const input = inputOf(body);
      const { listId, readOnly } = await openList(caller, rightsOfLine(input), params.list);
      const { ok, text, change } = await program.run({
        input,
        actorId: caller.userId,
        surface: 'api',
        listId,
        refuses: readOnly === undefined ? undefined : refusesChanges(readOnly),
        requestKey: requestKeyOf(caller, body.requestId),
        locale: await languages.of(caller),
      });
      const view = change === null ? null : await changeViewFor(caller, change);
      return { body: { ok, answer: text, change: view } satisfies CommandView };
    },
  });

function inputOf({ line, verb, text, refs }: z.output<typeof commandBody>): RunRequest['input'] {
  if (verb === undefined) return { line: line ?? '' };
  return { verb, ...(text === undefined ? {} : { text }), ...(refs === undefined ? {} : { refs }) };
}
