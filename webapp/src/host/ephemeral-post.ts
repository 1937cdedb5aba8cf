import { RECEIVED_NEW_POST } from './host-actions.ts';
import type { HostStore } from './host-state.ts';
import { threadsAreCollapsed } from './host-state.ts';
import { randomId } from './random-id.ts';

export interface LocalPost {
  channelId: string;
  /** Empty in the channel itself; else the thread, where the post then appears. */
  rootId: string;
  message: string;
  botUserId: string;
  at: number;
}

/**
 * Shows a post that only this window has, drawn by Mattermost as "(Only visible to you)". It is what the
 * web client itself makes of an ephemeral answer; it is gone after a reload. `use_user_icon` keeps the bot's picture
 * where a site lets integrations override icons: Mattermost puts its webhook icon there otherwise.
 */
export function showLocalPost(store: HostStore, post: LocalPost): void {
  store.dispatch({
    type: RECEIVED_NEW_POST,
    data: {
      id: randomId(26),
      type: 'system_ephemeral',
      user_id: post.botUserId,
      channel_id: post.channelId,
      root_id: post.rootId,
      message: post.message,
      create_at: post.at,
      update_at: post.at,
      edit_at: 0,
      delete_at: 0,
      is_pinned: false,
      original_id: '',
      hashtags: '',
      pending_post_id: '',
      reply_count: 0,
      metadata: {},
      props: { from_bot: 'true', from_webhook: 'true', use_user_icon: 'true' },
    },
    features: { crtEnabled: threadsAreCollapsed(store.getState()) },
  });
}
