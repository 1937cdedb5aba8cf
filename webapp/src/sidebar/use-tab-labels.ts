import type { Channel } from '@mattermost/types/channels';
import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { titleOfChannel } from '../host/host-state.ts';
import { isPopOut } from '../host/pop-out.ts';
import { useSay } from '../host/sidebar-texts.ts';
import type { TabLabels } from './tabs.tsx';

/**
 * A conversation is no channel to those who are in it: its tab says with whom the list is shared. In a window of its
 * own there is no channel beside it that could be meant by "this": there the channel is named.
 */
export function useTabLabels(channel: Channel | undefined): TabLabels {
  const say = useSay();
  const name = useSelector((state: GlobalState) =>
    channel?.type === 'D' ? titleOfChannel(state, channel) : '',
  );
  const ofChannel: TabLabels['channel'] =
    channel?.type === 'D'
      ? [say('tab.direct', { name }), say('tab.direct', { name })]
      : channel?.type === 'G'
        ? [say('tab.group'), say('tab.groupShort')]
        : channel !== undefined && isPopOut()
          ? [channel.display_name, channel.display_name]
          : [say('tab.channel'), say('tab.channelShort')];
  return {
    mine: [say('tab.mine'), say('tab.mineShort')],
    today: [say('group.today'), say('group.today')],
    upcoming: [say('group.upcoming'), say('group.upcoming')],
    requests: [say('tab.requests'), say('tab.requests')],
    done: [say('done'), say('done')],
    sent: [say('tab.sent'), say('tab.sent')],
    channel: ofChannel,
    shared: [say('tab.shared'), say('tab.sharedShort')],
  };
}
