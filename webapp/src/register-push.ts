import { WEBSOCKET_EVENTS } from '@todo-node/server/contract/api';
import { PLUGIN_ID } from '@todo-node/server/contract/manifest';
import { isRecord, isText } from './api/guards.ts';
import type { App } from './app/app.ts';
import type { HostRegistry } from './host/registry.ts';

/** Changes that Mattermost itself brings, where it runs the backend; elsewhere none of these events comes. */
export function registerPush(registry: HostRegistry, app: Pick<App, 'hear'>): void {
  for (const name of WEBSOCKET_EVENTS) {
    registry.registerWebSocketEventHandler(`custom_${PLUGIN_ID}_${name}`, ({ data }) => {
      if (isRecord(data) && isText(data['json'])) app.hear({ name, data: String(data['json']) });
    });
  }
}
