import type { Channel } from '@mattermost/types/channels';
import type { GlobalState } from '@mattermost/types/store';
import { useSelector } from 'react-redux';
import { useApp } from '../app/app-context.tsx';
import { titleOfChannel } from '../host/host-state.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { channelListKey, personListKey, SHARED_LIST } from '../model/list-names.ts';
import type { TabName } from './tabs.tsx';

/** It is named after the others in it: "Add to bob" would read as bob's own list. */
const isConversation = ({ type }: Channel) => type === 'D' || type === 'G';

/** Which list a tab shows, and how its field and its owner are called. */
export function usePanel(tab: TabName, channel: Channel | undefined) {
  const { userId } = useApp();
  const say = useSay();
  const name = useSelector((state: GlobalState) =>
    channel === undefined ? '' : titleOfChannel(state, channel),
  );
  if (tab === 'shared') {
    return { listId: SHARED_LIST, fieldLabel: say('addShared'), ownerLabel: say('tab.shared') };
  }
  if (tab === 'channel' && channel !== undefined) {
    return {
      listId: channelListKey(channel.id),
      fieldLabel: say(isConversation(channel) ? 'addToDirect' : 'addToChannel', { name }),
      ownerLabel: name,
    };
  }
  return { listId: personListKey(userId), fieldLabel: say('addMine'), ownerLabel: say('tab.mine') };
}
