// Made from plugin.json by `npm run manifest`; do not edit.
export const PLUGIN_ID = 'todo-node';
export const PLUGIN_VERSION = '0.4.3';
export const MIN_SERVER_VERSION = '11.0.0';
