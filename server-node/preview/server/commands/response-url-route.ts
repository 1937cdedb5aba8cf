import { text as readText, Router, type Request } from 'express';
import { MattermostError } from '../http/mattermost-error.ts';
import { param, text } from '../http/call.ts';
import { readCommandResponse } from './command-response.ts';
import { deliverResponse } from './deliver-response.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Site } from '../site/site.ts';

/** `POST /hooks/commands/<id>`: a late answer to a command. A body that cannot be read uses nothing up. */
export function responseUrlRoute(site: Site, urls: ResponseUrls): Router {
  const router = Router();
  router.post('/commands/:id', readText({ type: () => true, limit: '1mb' }), (req, res) => {
    const response = parse(req);
    const place = urls.use(param(req, 'id'), site.now());
    if (typeof place === 'string') throw refused(param(req, 'id'), place === 'unknown' ? 404 : 400);
    deliverResponse(site, place, response);
    res.setHeader('Content-Type', 'text/plain');
    res.end('ok');
  });
  return router;
}

function parse(req: Request) {
  try {
    return readCommandResponse(req.headers['content-type'] ?? '', text(req.body));
  } catch {
    const message = `Unable to parse incoming data for webhook ${param(req, 'id')}.`;
    throw new MattermostError(400, 'web.command_webhook.parse.app_error', message);
  }
}

const refused = (id: string, status: number) =>
  new MattermostError(
    status,
    'web.command_webhook.general.app_error',
    `Failed to handle command webhook ${id}.`,
  );
