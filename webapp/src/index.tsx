import { PLUGIN_ID } from '@todo-node/server/contract/manifest';
import { Plugin } from './plugin.tsx';

declare global {
  interface Window {
    registerPlugin(id: string, plugin: Plugin): void;
  }
}

window.registerPlugin(PLUGIN_ID, new Plugin());
