import { PLUGIN_ID } from './manifest.ts';

/** Below the site URL (with its subpath). */
export const PLUGIN_PATH = `/plugins/${PLUGIN_ID}`;
export const API_PATH = `${PLUGIN_PATH}/api/v1`;
/** Where a custom slash command posts. */
export const COMMAND_PATH = `${PLUGIN_PATH}/command`;
/** Where Mattermost tells that somebody pressed a button below a post of the bot's. */
export const PRESS_PATH = `${PLUGIN_PATH}/press`;
/** Where Mattermost hands over what somebody filled in. */
export const FORM_PATH = `${PLUGIN_PATH}/form`;
/** Where Mattermost asks, while a person types a command, which to-dos could be meant. */
export const SUGGESTIONS_PATH = `${PLUGIN_PATH}/suggestions`;
/** Where an outgoing webhook posts; served at the root of the backend and below {@link PLUGIN_PATH}. */
export const WEBHOOK_PATH = '/webhook/todo';
/** What became of the settings in the System Console: {@link SettingsStateView}; only where Mattermost runs the backend. */
export const SETTINGS_STATE_PATH = `${API_PATH}/settings-state`;
/** For Prometheus; only where Mattermost runs the backend, for those who may see its settings. */
export const METRICS_PATH = `${API_PATH}/metrics`;
/** A short stream for the doctor, which sees by it whether a proxy holds streams back; only where browsers are told by streams. */
export const STREAM_PROBE_PATH = `${API_PATH}/events/probe`;
