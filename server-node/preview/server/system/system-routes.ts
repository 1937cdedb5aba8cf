import type { ApiRouter } from '../http/api-router.ts';
import { query } from '../http/call.ts';
import type { Site } from '../site/site.ts';
import { analytics } from './analytics.ts';

const PING = {
  ActiveSearchBackend: 'database',
  AndroidLatestVersion: '',
  AndroidMinVersion: '',
  IosLatestVersion: '',
  IosMinVersion: '',
  status: 'OK',
};

export function systemRoutes(site: Site, api: ApiRouter): void {
  api.open('get', '/system/ping', (req) =>
    query(req, 'get_server_status') === 'true'
      ? { ...PING, database_status: 'OK', filestore_status: 'OK' }
      : PING,
  );
  api.on('get', '/analytics/old', (call) => analytics(site, call));
}
