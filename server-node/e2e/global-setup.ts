import { givenAdmin, givenBundle } from './site/given.ts';
import { installManaged, type ManagedTrial } from './site/install-managed.ts';

declare global {
  var managedTrial: ManagedTrial | undefined;
}

/** Once for all files: the bundle is large. */
// eslint-disable-next-line import-x/no-default-export -- what jest wants
export default async function setUp(): Promise<void> {
  if (givenBundle === undefined) return;
  globalThis.managedTrial = await installManaged(givenAdmin(), givenBundle);
  process.env['TODO_E2E_CHANNEL'] = globalThis.managedTrial.channelId;
}
