import { OK } from '../http/answers.ts';
import { objectBody, text, type Call } from '../http/call.ts';
import { invalidBody } from '../http/mattermost-error.ts';
import type { Site } from '../site/site.ts';
import { insist, isAdmin } from './permissions.ts';

export function revokedSessionView(site: Site, call: Call): unknown {
  const id = text(objectBody(call.req, 'session_id')['session_id']);
  const session = [...site.world.sessions.values()].find((one) => one.id === id);
  if (session === undefined) throw invalidBody('session_id');
  insist(session.user_id === call.user.id || isAdmin(call.user));
  site.world.sessions.delete(session.token);
  return OK;
}
