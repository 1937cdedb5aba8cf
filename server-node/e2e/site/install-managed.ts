import { randomBytes } from 'node:crypto';
import { PLUGIN_ID } from '../../src/contract/manifest.ts';
import { PLUGIN_PATH, WEBHOOK_PATH } from '../../src/contract/paths.ts';
import { readInstalled } from '../../src/setup/plugin/plugin-records.ts';
import { openAdminSession } from '../../src/setup/admin/admin-session.ts';
import { putPlugin } from '../../scripts/deploy/put-plugin.ts';
import { readBundle, type Bundle } from './bundle.ts';
import type { Admin } from './open-real-server.ts';
import { readPluginSettings, writePluginSettings } from './plugin-settings.ts';
import { makeRest, type Rest } from './rest.ts';

const UPLOAD_MS = 120_000;
const TOKENS = 'webhooktokens';

export interface ManagedTrial {
  /** Whose messages that begin with "todo" go to the plugin. */
  channelId: string;
  /** Mattermost as it was, as far as it can be: an older version of the plugin does not come back. */
  takeBack(): Promise<void>;
}

/** Puts the bundle on the server and enables it, and makes a team with an outgoing webhook. */
export async function installManaged(admin: Admin, bundlePath: string): Promise<ManagedTrial> {
  const session = await openAdminSession(admin.url, admin, Date.now, UPLOAD_MS);
  const rest = makeRest(admin.url, session.token);
  const before = await readInstalled(session.call, PLUGIN_ID);
  if (before?.isManaged === false) {
    throw new Error(
      'This Mattermost has the small bundle of a sidecar: the suite would put another in its place.',
    );
  }
  const settings = await readPluginSettings(rest);
  if (settings[TOKENS]) {
    throw new Error(
      'The plugin has tokens of webhooks, which cannot be read to be put back: the suite is for a server on which it has none.',
    );
  }
  await putPlugin(session.call, await readBundle(bundlePath));
  const team = await newTeam(rest);
  const hook = await newWebhook(rest, team);
  await writePluginSettings(rest, { ...settings, [TOKENS]: `${hook.token}@${hook.channel_id}` });
  return {
    channelId: hook.channel_id,
    async takeBack() {
      await writePluginSettings(rest, settings);
      await rest('DELETE', `/api/v4/hooks/outgoing/${hook.id}`);
      await rest('DELETE', `/api/v4/teams/${team.id}`);
      if (before === undefined) await rest('DELETE', `/api/v4/plugins/${PLUGIN_ID}`);
      await session.close();
    },
  };
}

/** An upgrade in place, or the way back. */
export async function uploadBundle(admin: Admin, bundle: Bundle): Promise<void> {
  const session = await openAdminSession(admin.url, admin, Date.now, UPLOAD_MS);
  try {
    await putPlugin(session.call, bundle);
  } finally {
    await session.close();
  }
}

const newTeam = (rest: Rest) => {
  const name = `todo-e2e-${randomBytes(4).toString('hex')}`;
  return rest<{ id: string }>('POST', '/api/v4/teams', { name, display_name: name, type: 'O' });
};

interface Hook {
  id: string;
  token: string;
  channel_id: string;
}

async function newWebhook(rest: Rest, team: { id: string }): Promise<Hook> {
  const path = `/api/v4/teams/${team.id}/channels/name/town-square`;
  const channel = await rest<{ id: string }>('GET', path);
  const { ServiceSettings } = await rest<{ ServiceSettings: { SiteURL: string } }>('GET', '/api/v4/config');
  return rest('POST', '/api/v4/hooks/outgoing', {
    team_id: team.id,
    channel_id: channel.id,
    trigger_words: ['todo', 'Todo'],
    trigger_when: 0,
    callback_urls: [`${ServiceSettings.SiteURL.replace(/\/+$/, '')}${PLUGIN_PATH}${WEBHOOK_PATH}`],
    content_type: 'application/json',
    display_name: 'Todo',
  });
}
