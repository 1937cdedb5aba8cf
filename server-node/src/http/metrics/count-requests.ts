import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../../metrics/metrics.ts';

/** Those that we serve; a client may send any word. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']);

/** By the pattern of the route, since addresses hold ids. */
export function makeCountRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.once('close', () => {
      const isStream = String(res.getHeader('Content-Type')).startsWith('text/event-stream');
      const labels = {
        method: METHODS.has(req.method) ? req.method : 'other',
        route: routeOf(req),
        status: statusOf(res, isStream),
      };
      metrics.request(labels, isStream ? undefined : performance.now() - startedAt);
    });
    next();
  };
}

/** Where one handler serves several paths, the first stands for all. */
function routeOf(req: Request): string {
  const path = (req.route as { path?: unknown } | undefined)?.path;
  const [first = 'none'] = [path].flat();
  return String(first);
}

/** A stream is ended by the browser, as a rule. */
const statusOf = (res: Response, isStream: boolean): string =>
  res.writableFinished || isStream ? `${Math.floor(res.statusCode / 100)}xx` : 'aborted';
