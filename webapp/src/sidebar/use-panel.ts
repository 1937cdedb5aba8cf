import type { Channel } from '@mattermost/types/channels';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import type { GlobalState } from '@mattermost/types/store';
import { useSelector } from 'react-redux';
import { useApp } from '../app/app-context.tsx';
import { titleOfChannel } from '../host/host-state.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { channelListKey, personListKey, SHARED_LIST } from '../model/list-names.ts';
import { viewKey, VIEWS, type ViewName } from '../model/views.ts';
import type { TabName } from './tabs.tsx';

/** It is named after the others in it: "Add to bob" would read as bob's own list. */
const isConversation = ({ type }: Channel) => type === 'D' || type === 'G';

const isView = (tab: TabName): tab is ViewName => (VIEWS as readonly TabName[]).includes(tab);

interface Panel {
  /** `null`: a list. */
  view: ViewName | null;
  listId: ListKey;
  fieldLabel: string;
  ownerLabel: string;
  /** The done ones of the list alone. */
  isDone?: boolean;
}

/** Which list or view a tab shows, and how its field and its owner are called. */
export function usePanel(tab: TabName, channel: Channel | undefined): Panel {
  const { userId } = useApp();
  const say = useSay();
  const mine = { fieldLabel: say('addMine'), ownerLabel: say('tab.mine') };
  const name = useSelector((state: GlobalState) =>
    channel === undefined ? '' : titleOfChannel(state, channel),
  );
  if (isView(tab)) return { view: tab, listId: viewKey(tab), ...mine };
  if (tab === 'shared') {
    return { view: null, listId: SHARED_LIST, fieldLabel: say('addShared'), ownerLabel: say('tab.shared') };
  }
  if (tab === 'channel' && channel !== undefined) {
    return {
      view: null,
      listId: channelListKey(channel.id),
      fieldLabel: say(isConversation(channel) ? 'addToDirect' : 'addToChannel', { name }),
      ownerLabel: name,
    };
  }
  return { view: null, listId: personListKey(userId), isDone: tab === 'done', ...mine };
}
