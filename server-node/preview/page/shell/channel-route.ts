import { useEffect, useSyncExternalStore } from 'react';
import { useSelector } from 'react-redux';
import type { Channel } from '@mattermost/types/channels';
import { Client4 } from '../connect/client.ts';
import { usePage, type Page } from '../page-context.ts';
import { channelPath, channelTitle, currentTeamName } from '../store/selectors.ts';
import type { PageState } from '../store/state.ts';

/** Follows the address: `/<team>/channels/<name>`, `/<team>/messages/@<name>`, `/<team>/pl/<post>`. */
export function useChannelRoute(): Channel | undefined {
  const page = usePage();
  const path = useSyncExternalStore(page.history.listen, page.history.location);
  const channel = useSelector((state: PageState) => channelAt(state, path));
  useEffect(() => {
    if (channel !== undefined) page.store.dispatch({ type: 'SELECT_CHANNEL', data: channel.id });
    else void goSomewhere(page, path);
  }, [page, channel?.id, path]);
  return channel;
}

function channelAt(state: PageState, path: string): Channel | undefined {
  const [, kind = '', name = ''] = path.slice(1).split('/').map(decodeURIComponent);
  const mine = Object.values(state.entities.channels.channels).filter(
    ({ id }) => state.entities.channels.myMembers[id] !== undefined,
  );
  if (kind === 'channels') return mine.find((one) => one.name === name);
  if (kind !== 'messages') return undefined;
  return mine.find((one) => one.type === 'D' && `@${channelTitle(state, one)}` === name);
}

/** A permalink opens the channel of its post, and the thread; anything else leads to Town Square. */
async function goSomewhere({ store, history }: Page, path: string): Promise<void> {
  const [, kind, postId = ''] = path.slice(1).split('/');
  const post = kind === 'pl' ? await Client4.getPost(postId).catch(() => undefined) : undefined;
  const state = store.getState();
  const channel = state.entities.channels.channels[post?.channel_id ?? ''];
  history.replace(
    channel === undefined ? `/${currentTeamName(state)}/channels/town-square` : channelPath(state, channel),
  );
  if (post !== undefined && channel !== undefined) {
    store.dispatch({ type: 'SELECT_POST', postId: post.root_id || post.id });
  }
}
