import type { Page } from 'playwright-core';
import type { MeView } from '../../src/contract/api.ts';
import { API_PATH, WEBHOOK_PATH } from '../../src/contract/paths.ts';
import { readBundle } from './bundle.ts';
import { givenBundle } from './given.ts';
import { uploadBundle } from './install-managed.ts';
import { useProgram } from './plugin-settings.ts';
import { logIn, makeRest, type Rest } from './rest.ts';
import type { Channel, Managed, Site, SiteOptions } from './site.ts';

export interface Admin {
  /** Without a slash at its end. */
  url: string;
  user: string;
  password: string;
}

interface Place {
  team_id: string;
  channel_id: string;
}

interface Hook extends Place {
  trigger_words: string[] | null;
  callback_urls: string[];
}

/** A Mattermost with the plugin in it, and with an outgoing webhook for one channel. */
export async function openRealServer(account: Admin, { backendEnv = {} }: SiteOptions): Promise<Site> {
  const { url, user, password } = account;
  const { token } = await logIn(url, user, password);
  const admin = makeRest(url, token);
  const place = await findPlace(admin);
  const program = backendEnv['TODO_PROGRAM'];
  const restore = program === undefined ? undefined : await useProgram(admin, program);
  return {
    url,
    admin,
    team: await admin('GET', `/api/v4/teams/${place.team_id}`),
    webhookChannel: await admin<Channel>('GET', `/api/v4/channels/${place.channel_id}`),
    push: (await admin<MeView>('GET', `${API_PATH}/me`)).push,
    postMenuButton: 'CENTER_actions_button_',
    prepare: skipLandingPage,
    ...(givenBundle === undefined ? {} : { managed: managedBy(account, givenBundle) }),
    async stop() {
      await restore?.();
      await admin('POST', '/api/v4/users/logout');
    },
  };
}

/** That of the suite's own webhook, or of the one that `setup` has made. */
async function findPlace(admin: Rest): Promise<Place> {
  const own = process.env['TODO_E2E_CHANNEL'];
  if (own !== undefined) {
    const { id, team_id } = await admin<Channel & { team_id: string }>('GET', `/api/v4/channels/${own}`);
    return { team_id, channel_id: id };
  }
  const hooks = await admin<Hook[]>('GET', '/api/v4/hooks/outgoing?per_page=200');
  const found = hooks.find(
    ({ channel_id, trigger_words, callback_urls }) =>
      channel_id !== '' &&
      trigger_words?.includes('todo') === true &&
      callback_urls.some((address) => address.endsWith(WEBHOOK_PATH)),
  );
  if (found === undefined) {
    throw new Error(
      'No channel has an outgoing webhook for the word "todo". Run setup with --webhook first, or give TODO_BUNDLE.',
    );
  }
  return found;
}

const managedBy = (account: Admin, path: string): Managed => ({
  bundleVersion: async () => (await readBundle(path)).version,
  upload: async (as) => uploadBundle(account, await readBundle(path, as)),
});

/** The page that asks whether to use the desktop app. */
const skipLandingPage = async (page: Page): Promise<void> => {
  await page.addInitScript(() => localStorage.setItem('__landingPageSeen__', 'true'));
};
