import type { MeView } from '../../contract/api.ts';
import { PLUGIN_VERSION } from '../../contract/manifest.ts';
import { MAX_AT_ONCE, MAX_NOTES_LENGTH, MAX_TEXT_LENGTH } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { meView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { noParams, noQuery } from './schemas.ts';

export const makeMe = ({ bot, programLists, settings, events }: HttpDeps) =>
  endpoint({
    method: 'get',
    path: '/me',
    summary: 'Who the caller is, and how this backend is set up.',
    params: noParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: meView,
    async handle({ caller }) {
      const body: MeView = {
        userId: caller.userId,
        username: caller.username,
        bot: bot(),
        webhookList: settings.webhookList,
        program: programLists === null ? null : { name: programLists.name },
        limits: { textLength: MAX_TEXT_LENGTH, notesLength: MAX_NOTES_LENGTH, atOnce: MAX_AT_ONCE },
        push: events === null ? 'websocket' : 'sse',
        readsDates: programLists === null,
        ...(programLists === null && { takesRequests: true }),
        version: PLUGIN_VERSION,
      };
      return { body };
    },
  });
