import { text, type Router } from 'express';
import { channelRoutes } from '../channels/channel-routes.ts';
import { channelMemberRoutes } from '../channels/member-routes.ts';
import { commandRoutes } from '../commands/command-routes.ts';
import type { ResponseUrls } from '../commands/response-urls.ts';
import { dialogRoutes } from '../dialogs/dialog-routes.ts';
import { outgoingHookRoutes } from '../hooks/hook-routes.ts';
import { botRoutes } from '../people/bot-routes.ts';
import { loginRoutes } from '../people/login-routes.ts';
import { pictureRoutes } from '../people/picture-routes.ts';
import { preferenceRoutes } from '../people/preference-routes.ts';
import { roleRoutes } from '../people/role-routes.ts';
import { statusRoutes } from '../people/status-routes.ts';
import { tokenRoutes } from '../people/token-routes.ts';
import { userRoutes } from '../people/user-routes.ts';
import { pluginRoutes } from '../plugins/plugin-routes.ts';
import { postRoutes } from '../posts/post-routes.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { Site } from '../site/site.ts';
import { configRoutes } from '../system/config-routes.ts';
import { systemRoutes } from '../system/system-routes.ts';
import { teamRoutes } from '../teams/team-routes.ts';
import { noUpgradeRoute } from '../websocket/no-upgrade-route.ts';
import { apiRouter } from './api-router.ts';
import { noSuchRoute } from './mattermost-error.ts';

/** Mattermost reads so much more than `MaximumPayloadSizeBytes` before it refuses a body. */
const PAYLOAD_SLACK_BYTES = 512;

/** Everything below `/api/v4`. */
export function apiRoutes(site: Site, urls: ResponseUrls): Router {
  const api = apiRouter(site);
  const limit = Number(serviceSetting(site.world, 'MaximumPayloadSizeBytes')) + PAYLOAD_SLACK_BYTES;
  // Bodies are parsed by the routes, which know how to refuse them; uploads are read by theirs.
  const isRead = (type = '') => !type.startsWith('multipart/');
  api.router.use(
    text({ type: (req) => isRead(req.headers['content-type']), limit, defaultCharset: 'utf-8' }),
  );
  for (const add of [
    loginRoutes,
    tokenRoutes,
    preferenceRoutes,
    pictureRoutes,
    statusRoutes,
    userRoutes,
    botRoutes,
    roleRoutes,
    teamRoutes,
    channelMemberRoutes,
    channelRoutes,
    postRoutes,
    dialogRoutes,
    outgoingHookRoutes,
    pluginRoutes,
    configRoutes,
    systemRoutes,
  ]) {
    add(site, api);
  }
  commandRoutes(site, api, urls);
  noUpgradeRoute(api);
  api.router.use((req) => {
    throw noSuchRoute(req.originalUrl);
  });
  return api.router;
}
