import type { GlobalState } from '@mattermost/types/store';
import { useSelector } from 'react-redux';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useHasOwnList } from '../../app/use-has-own-list.ts';
import { channelById, titleOfChannel } from '../../host/host-state.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { channelListKey, personListKey, SHARED_LIST } from '../../model/list-names.ts';

export interface ListChoice {
  listId: ListKey;
  name: string;
}

/** The lists to which a message of this channel can be added, as the sidebar shows them there; one's own is the first. */
export function useListChoices(channelId: string): [ListChoice, ...ListChoice[]] {
  const { userId } = useApp();
  const say = useSay();
  const channel = useSelector((state: GlobalState) => channelById(state, channelId));
  const name = useSelector((state: GlobalState) =>
    channel === undefined ? '' : titleOfChannel(state, channel),
  );
  const hasOwn = useHasOwnList(channel);
  const webhookList = useModel((state) => state.me?.webhookList ?? 'channel');
  const mine = { listId: personListKey(userId), name: say('tab.mine') };
  if (webhookList === 'shared') return [mine, { listId: SHARED_LIST, name: say('tab.shared') }];
  if (webhookList !== 'channel' || !hasOwn || channel === undefined) return [mine];
  return [
    mine,
    {
      listId: channelListKey(channel.id),
      name: channel.type === 'D' ? say('tab.direct', { name }) : name,
    },
  ];
}
