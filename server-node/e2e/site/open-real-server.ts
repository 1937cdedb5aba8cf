import type { Page } from 'playwright-core';
import { WEBHOOK_PATH } from '../../src/contract/paths.ts';
import { logIn, makeRest, type Rest } from './rest.ts';
import type { Channel, Site } from './site.ts';

export interface Admin {
  url: string;
  user: string;
  password: string;
}

interface Hook {
  team_id: string;
  channel_id: string;
  trigger_words: string[] | null;
  callback_urls: string[];
}

/** A Mattermost where the plugin is uploaded, and where `setup` has been run with a webhook for one channel. */
export async function openRealServer({ url, user, password }: Admin): Promise<Site> {
  const siteUrl = url.replace(/\/+$/, '');
  const { token } = await logIn(siteUrl, user, password);
  const admin = makeRest(siteUrl, token);
  const hook = await findHook(admin);
  return {
    url: siteUrl,
    admin,
    team: await admin('GET', `/api/v4/teams/${hook.team_id}`),
    webhookChannel: await admin<Channel>('GET', `/api/v4/channels/${hook.channel_id}`),
    postMenuButton: 'CENTER_actions_button_',
    prepare: skipLandingPage,
    stop: () => admin('POST', '/api/v4/users/logout'),
  };
}

async function findHook(admin: Rest): Promise<Hook> {
  const hooks = await admin<Hook[]>('GET', '/api/v4/hooks/outgoing?per_page=200');
  const found = hooks.find(
    ({ channel_id, trigger_words, callback_urls }) =>
      channel_id !== '' &&
      trigger_words?.includes('todo') === true &&
      callback_urls.some((address) => address.endsWith(WEBHOOK_PATH)),
  );
  if (found === undefined) {
    throw new Error(
      'No channel has an outgoing webhook for the word "todo". Run setup with --webhook first.',
    );
  }
  return found;
}

/** The page that asks whether to use the desktop app. */
const skipLandingPage = async (page: Page): Promise<void> => {
  await page.addInitScript(() => localStorage.setItem('__landingPageSeen__', 'true'));
};
