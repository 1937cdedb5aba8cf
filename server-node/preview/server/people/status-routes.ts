import type { ApiRouter } from '../http/api-router.ts';
import { idParam, stringsBody } from '../http/call.ts';
import type { Site } from '../site/site.ts';

export function statusRoutes(site: Site, api: ApiRouter): void {
  const status = (userId: string) => ({
    user_id: userId,
    status: site.events.isConnected(userId) ? 'online' : 'offline',
    manual: false,
    last_activity_at: site.now(),
    dnd_end_time: 0,
  });
  api.on('get', '/users/:user_id/status', (call) => status(idParam(call, 'user_id')));
  api.on('post', '/users/status/ids', (call) => stringsBody(call.req, 'user_ids').map(status));
}
