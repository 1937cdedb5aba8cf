import { expect, it } from '@jest/globals';
import { showLocalPost } from './ephemeral-post.ts';
import type { HostStore } from './host-state.ts';

it('keeps the picture of the bot where integrations may override icons', () => {
  const dispatched: unknown[] = [];
  const store = {
    dispatch: (action: unknown) => dispatched.push(action),
    getState: () => ({ entities: { general: { config: {} }, preferences: { myPreferences: {} } } }),
  } as unknown as HostStore;
  showLocalPost(store, { channelId: 'channel', rootId: '', message: 'Added', botUserId: 'bot', at: 1 });
  expect(dispatched).toMatchObject([{ data: { user_id: 'bot', props: { use_user_icon: 'true' } } }]);
});
