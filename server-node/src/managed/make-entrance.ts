import type { RequestListener } from 'node:http';
import { FORM_PATH, PLUGIN_PATH, PRESS_PATH } from '../contract/paths.ts';
import type { Listening } from '../host.ts';
import { endSlowUpload } from './end-slow-upload.ts';
import { WAIT, type ToldIn } from '../http/press/tell-presser.ts';
import { refuseAtEntrance, tellAtEntrance } from './refuse-at-entrance.ts';
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

export const refuseRequest: RequestListener = (request, response) => {
  const field = TOLD_IN[`${PLUGIN_PATH}${request.url ?? ''}`];
  if (field !== undefined) return tellAtEntrance(response, { [field]: WAIT });
  refuseAtEntrance(response, {
    status: 503,
    code: 'store_unavailable',
    message: WAIT,
    headers: { 'Retry-After': 3 },
  });
};

/** Of a refusal Mattermost would show whoever pressed nothing at all. */
const TOLD_IN: Readonly<Record<string, ToldIn>> = { [PRESS_PATH]: 'ephemeral_text', [FORM_PATH]: 'error' };
