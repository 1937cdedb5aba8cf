import type { RestError } from '../../src/mattermost/rest/rest-error.ts';
import { PLUGINS_OFF, type Trouble } from '../../src/setup/plugin/status-trouble.ts';

export const UPLOADS_OFF: Trouble = {
  saw: 'Mattermost takes no plugins by upload: PluginSettings.EnableUploads is off.',
  fix: 'only its own machine can change that: set "EnableUploads": true in config.json, or MM_PLUGINSETTINGS_ENABLEUPLOADS=true, and restart Mattermost.',
};
export const SIGNED_ONLY: Trouble = {
  saw: 'Mattermost takes signed plugins only: PluginSettings.RequirePluginSignature is on.',
  fix: 'only its own machine can change that: set "RequirePluginSignature": false in config.json, or MM_PLUGINSETTINGS_REQUIREPLUGINSIGNATURE=false, and restart Mattermost.',
};
const FOLDER: Trouble = {
  saw: 'Mattermost cannot write its plugin folder: it is read-only, full, or belongs to somebody else.',
  fix: "let PluginSettings.Directory be a folder that Mattermost's user may write, with 200 MB free; its log names the file.",
};
const TOO_LARGE: Trouble = {
  saw: 'The bundle is larger than what the way to Mattermost lets through.',
  fix: 'allow 50 MB in the proxy (nginx: client_max_body_size 50M) and in FileSettings.MaxFileSize, or go past the proxy: MM_URL=http://<its machine>:8065.',
};
const NOT_ADMIN: Trouble = {
  saw: 'This account may not install plugins.',
  fix: 'give the token of a system administrator.',
};

/** What Mattermost 11 answers an upload with, by the id of its error. */
const BY_ID: Readonly<Record<string, Trouble>> = {
  'app.plugin.upload_disabled.app_error': UPLOADS_OFF,
  'app.plugin.disabled.app_error': PLUGINS_OFF,
  'api.context.permissions.app_error': NOT_ADMIN,
  'api.context.session_expired.app_error': NOT_ADMIN,
  'api.plugin.upload.file_too_large.app_error': TOO_LARGE,
  'app.plugin.install_id_failed_remove.app_error': FOLDER,
  'app.plugin.remove.app_error': FOLDER,
  'app.plugin.mvdir.app_error': FOLDER,
  'app.plugin.filesystem.app_error': {
    saw: 'Mattermost cannot unpack the bundle in its temporary folder.',
    fix: 'see that TMPDIR of Mattermost can be written and has 200 MB free.',
  },
  'app.plugin.extract.app_error': {
    saw: 'Mattermost cannot unpack the bundle: it was damaged on the way, or its temporary folder is full.',
    fix: 'see that TMPDIR of Mattermost has 200 MB free, make the bundle anew (npm run dist) and deploy again.',
  },
  'app.plugin.store_bundle.app_error': {
    saw: 'The plugin is installed on this node, but Mattermost cannot put it into its file store, from where other nodes and restarts take it.',
    fix: 'see to FileSettings (rights, space, S3 credentials) and deploy again.',
  },
};

/** @returns undefined for an answer that says nothing by itself */
export function refusalTrouble(error: RestError): Trouble | undefined {
  if (error.status === 413) return TOO_LARGE;
  if (error.id === 'no_answer' && error.mayHaveHappened) return cutOff(error);
  return BY_ID[error.id];
}

const cutOff = ({ message }: RestError): Trouble => ({
  saw: `The connection ended during the upload (${message}).`,
  fix: `it may be a limit of the proxy: ${TOO_LARGE.fix}`,
});
