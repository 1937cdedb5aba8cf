import type { IncomingMessage } from 'node:http';
import { PLUGIN_PATH } from '../contract/paths.ts';

/** Whether a request wants to read what is there, below the plugin's own path, which Mattermost cuts off. */
export const asksFor = ({ method, url }: IncomingMessage, path: string): boolean =>
  method === 'GET' && url?.split('?')[0] === path.slice(PLUGIN_PATH.length);
