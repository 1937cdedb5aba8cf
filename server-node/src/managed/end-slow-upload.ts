import type { IncomingMessage, ServerResponse } from 'node:http';
import { MINUTE_MS } from '../shared/time.ts';
import { refuseAtEntrance } from './refuse-at-entrance.ts';

/** As the sidecar's own server allows. Mattermost's allows five minutes, in which few could take every place there is. */
const LONGEST_UPLOAD_MS = MINUTE_MS;

/** Answers 408 to a request whose body is still on its way after a minute; with the answer the body is let go of. */
export function endSlowUpload(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers;
  if (length === '0' && chunked === undefined) return;
  const timer = setTimeout(() => {
    if (request.complete || response.headersSent) return;
    refuseAtEntrance(response, {
      status: 408,
      code: 'too_slow',
      message: 'The request did not arrive within a minute. Try again on a better connection.',
      // Or Mattermost would keep the answer back until it has read the rest.
      headers: { Connection: 'close' },
    });
  }, LONGEST_UPLOAD_MS);
  request.once('end', () => clearTimeout(timer));
  response.once('close', () => clearTimeout(timer));
}
