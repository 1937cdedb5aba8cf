import type { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { BYE_EVENT, CHANGE_EVENT, PROGRAM_EVENT, READY_EVENT } from '../../contract/api.ts';
import { PLUGIN_VERSION } from '../../contract/manifest.ts';
import { API_PATH } from '../../contract/paths.ts';
import { errorView } from './answer-schemas.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { eventsQuery } from './events-query.ts';

const refusal = {
  description: 'Refused; `message` says what to do.',
  content: { 'application/json': { schema: errorView } },
};

/** Made from the schemas that check the requests, so that it cannot disagree with them. */
export function makeOpenApi(endpoints: readonly AnyEndpoint[]) {
  const paths: ZodOpenApiPathsObject = { '/events': { get: eventsOperation } };
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Todo for Mattermost', version: PLUGIN_VERSION },
    servers: [{ url: API_PATH, description: 'Below the address of the Mattermost site.' }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: { securitySchemes },
  });
}

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal access token or session of Mattermost.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'MMAUTHTOKEN',
    description: 'The session of the browser; all but GET also need X-CSRF-Token with the value of MMCSRF.',
  },
} as const;

function operationOf({
  summary,
  params,
  query,
  body,
  status,
  answer,
}: AnyEndpoint): ZodOpenApiOperationObject {
  return {
    summary,
    requestParams: { path: params as z.ZodObject, query: query as z.ZodObject },
    ...(body === null ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: { description: 'Done.', content: { 'application/json': { schema: answer } } },
      default: refusal,
    },
  };
}

const eventsOperation: ZodOpenApiOperationObject = {
  summary: `Server-sent events ${READY_EVENT}, ${CHANGE_EVENT}, ${PROGRAM_EVENT} and ${BYE_EVENT} of the caller's lists.`,
  requestParams: { query: eventsQuery },
  responses: {
    200: {
      description: 'A stream without end.',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    default: refusal,
  },
};
