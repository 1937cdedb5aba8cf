import type { IncomingMessage } from 'node:http';
import { serviceSetting } from '../site/config-section.ts';
import type { Session } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { FoundToken } from './find-session.ts';

/** Asked of everything but GET when the session came by cookie, unless it stands for an access token. */
export function passesCsrf(site: Site, req: IncomingMessage, found: FoundToken, session: Session): boolean {
  if (found.where !== 'cookie' || req.method === 'GET' || session.access_token_id !== undefined) return true;
  if (req.headers['x-csrf-token'] === session.csrf) return true;
  const strict = serviceSetting(site.world, 'ExperimentalStrictCSRFEnforcement') === true;
  return !strict && req.headers['x-requested-with'] === 'XMLHttpRequest';
}
