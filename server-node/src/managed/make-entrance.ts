import type { RequestListener } from 'node:http';
import { PLUGIN_PATH } from '../contract/paths.ts';
import type { Listening } from '../host.ts';
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
      if (listener === undefined) return void refuse(response);
      const answered = new Promise<void>((resolve) => void response.once('close', resolve));
      underWay.add(answered);
      void answered.then(() => underWay.delete(answered));
      rememberUser(request);
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

const NOT_THERE = {
  code: 'store_unavailable',
  message: 'The to-do backend is starting, or waits for its database. Try again in a moment.',
  requestId: '',
};

function refuse(response: Parameters<RequestListener>[1]): void {
  const body = JSON.stringify(NOT_THERE);
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Retry-After': 3,
  });
  response.end(body);
}

export const refuseRequest: RequestListener = (_request, response) => refuse(response);
