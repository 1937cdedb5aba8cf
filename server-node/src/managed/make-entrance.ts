import type { RequestListener } from 'node:http';
import { PLUGIN_PATH } from '../contract/paths.ts';
import type { Listening } from '../host.ts';
import { endSlowUpload } from './end-slow-upload.ts';
import { refuseAtEntrance } from './refuse-at-entrance.ts';
import { rememberUser } from './request-user.ts';

/** Where Mattermost's requests come in, in place of a port. */
export interface Entrance {
  serve: RequestListener;
  listen(app: RequestListener): Promise<Listening>;
}

/** Mattermost cuts the plugin's path off; it is put back, so that addresses are the same with every host. */
export function makeEntrance(): Entrance {
  const underWay = new Set<Promise<void>>();
  let listener: RequestListener | undefined;
  return {
    serve(request, response) {
      if (listener === undefined) return refuseRequest(request, response);
      const answered = new Promise<void>((resolve) => void response.once('close', resolve));
      underWay.add(answered);
      void answered.then(() => underWay.delete(answered));
      rememberUser(request);
      endSlowUpload(request, response);
      request.url = `${PLUGIN_PATH}${request.url ?? '/'}`;
      listener(request, response);
    },
    async listen(app) {
      listener = app;
      return {
        address: () => ({ host: 'Mattermost', port: 0 }),
        async stop() {
          listener = undefined;
          await Promise.all(underWay);
        },
      };
    },
  };
}

export const refuseRequest: RequestListener = (_request, response) =>
  refuseAtEntrance(response, {
    status: 503,
    code: 'store_unavailable',
    message: 'The to-do backend is starting, or waits for its database. Try again in a moment.',
    headers: { 'Retry-After': 3 },
  });
