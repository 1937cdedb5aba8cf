import type { ExplainBody } from '@todo-node/server/contract/api';
import type { ListRef } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseReading, type SeenReading } from './views.ts';

/** Later than this nobody looks at it any more. */
const TIME_OUT_MS = 3_000;

/** What the backend understands of a text; nothing is kept. */
export const makeExplain =
  (request: Request) =>
  async (text: string, signal?: AbortSignal, list?: ListRef): Promise<SeenReading> =>
    parseReading(
      (
        await request('/explain', {
          method: 'POST',
          body: { text, ...(list && { list }) } satisfies ExplainBody,
          signal,
          timeOutMs: TIME_OUT_MS,
        })
      ).body,
    );
