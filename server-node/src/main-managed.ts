import { runPlugin } from 'mattermost-plugin-host';

/** Mattermost waits three seconds for the handshake, so everything else is loaded after it. */
void runPlugin(async (mattermost) => {
  const { makeManagedPlugin } = await import('./managed/make-managed-plugin.ts');
  const { PATH, LANG } = process.env;
  return makeManagedPlugin(mattermost, { environment: { PATH, LANG }, now: Date.now });
});
