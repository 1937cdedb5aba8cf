import type { RequestHandler } from 'express';
import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { eventFrame } from './event-frame.ts';
import { STREAM_HEADERS } from './open-stream.ts';

/** Anybody may ask, so that no token is needed; few at once, so that nobody holds many connections. */
const MOST_AT_ONCE = 20;
/** Some proxies let through what comes with the head, and hold back what comes later. */
const SECOND_AFTER_MS = 500;
const LAST_AFTER_MS = 5 * SECOND_MS;

/** Says `first` at once, `second` a moment later, and `last` so late that whoever has the second only then sees it. */
export function makeProbeStream(): RequestHandler {
  let open = 0;
  return (_req, res) => {
    if (open >= MOST_AT_ONCE) {
      const message = `At most ${MOST_AT_ONCE} probes are answered at once. Try again in a moment.`;
      throw new AppError('too_many_requests', message, { details: { retryAfterMs: LAST_AFTER_MS } });
    }
    open += 1;
    res.writeHead(200, STREAM_HEADERS).write(eventFrame('first', '{}'));
    let next = setTimeout(() => {
      res.write(eventFrame('second', '{}'));
      next = setTimeout(() => res.end(eventFrame('last', '{}')), LAST_AFTER_MS);
    }, SECOND_AFTER_MS);
    res.once('close', () => {
      open -= 1;
      clearTimeout(next);
    });
  };
}
