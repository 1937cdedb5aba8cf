import type { Channel } from '@mattermost/types/channels';
import type { GlobalState } from '@mattermost/types/store';
import { useSelector } from 'react-redux';
import { partnerOf, userById } from '../host/host-state.ts';
import { useApp, useModel } from './app-context.tsx';

/** Nobody shares a list with a program, nor with oneself: there My to-dos are the list. */
export function useHasOwnList(channel: Channel | undefined): boolean {
  const { userId } = useApp();
  const bot = useModel((state) => state.me?.bot?.userId);
  const isBot = useSelector((state: GlobalState) => {
    const partner = channel === undefined ? undefined : partnerOf(state, channel);
    return partner !== undefined && (partner === bot || userById(state, partner)?.is_bot === true);
  });
  const isAlone = channel?.type === 'D' && channel.name.split('__').every((id) => id === userId);
  return channel !== undefined && !isAlone && !isBot;
}
