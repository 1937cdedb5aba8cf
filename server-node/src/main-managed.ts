import { runPlugin } from 'mattermost-plugin-host';
import { keepMemorySmall } from './shared/keep-memory-small.ts';

/** Seen after 100,000 requests: 100 to 103 MB; without it 260 MB after 5,000. It costs 20 to 40 % of the lists per second. */
keepMemorySmall();

/** Mattermost waits three seconds for the handshake, so everything else is loaded after it. */
void runPlugin(async (mattermost) => {
  const { makeManagedPlugin } = await import('./managed/make-managed-plugin.ts');
  const { PATH, LANG } = process.env;
  return makeManagedPlugin(mattermost, { environment: { PATH, LANG }, now: Date.now });
});
