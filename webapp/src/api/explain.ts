import type { ReadingView } from '@todo-node/server/contract/api';
import type { Request } from './request.ts';
import { parseReading } from './views.ts';

/** Later than this nobody looks at it any more. */
const TIME_OUT_MS = 3_000;

/** What the backend understands of a text; nothing is kept. */
export const makeExplain =
  (request: Request) =>
  async (text: string, signal?: AbortSignal): Promise<ReadingView> =>
    parseReading(
      (await request('/explain', { method: 'POST', body: { text }, signal, timeOutMs: TIME_OUT_MS })).body,
    );
